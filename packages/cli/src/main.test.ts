import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevRegistry, startDevRegistry } from 'chart-provenance-dev-registry';
import { MemoryStore } from 'chart-provenance-oras';
import { main } from './main';

describe('chart-provenance', () => {
  let folder: string;
  let registry: DevRegistry;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chart-provenance-cli-'));
    registry = await startDevRegistry({
      repositories: new Map([['acme/charts/payments', new MemoryStore()]]),
      auth: { type: 'basic', username: 'reader', password: 'hunter22' },
    });
  });
  afterAll(async () => {
    await registry.close();
    await rm(folder, { recursive: true, force: true });
    delete process.env.DOCTOR_PASSWORD;
  });
  beforeEach(() => {
    process.env.DOCTOR_PASSWORD = 'hunter22';
  });

  async function run(...argv: string[]) {
    let out = '';
    let err = '';
    const code = await main(argv, {
      out: text => (out += text),
      err: text => (err += text),
    });
    return { code, out, err };
  }

  async function file(name: string, text: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  }

  const config = (extra = '') =>
    file(
      'app-config.yaml',
      `app: { title: Acme }
chartProvenance:
  registries:
    - host: ${registry.host}
      plainHttp: true
      allowPrivateAddress: true
      auth: { type: basic, username: reader, password: "\${DOCTOR_PASSWORD}" }
      repositories:
        - match: acme/charts/{name}
          policy: acme
  trust:
    roots: [{ id: public, type: publicGood }]
  policies:
    - name: acme
      anyOf: [{ root: public, issuer: https://a.dev, subject: me }]
${extra}`,
    );

  it('reports in words, with variables from the environment and without their values', async () => {
    const { code, out, err } = await run('doctor', '--config', await config());
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain(registry.host);
    expect(out).toMatch(
      /\? unknown Tags of a repository: No concrete repository/,
    );
    expect(out).toMatch(/\d+ ok, 0 warnings, 0 failed, \d+ unknown\.\n$/);
    expect(out).not.toContain('hunter22');
  });

  it('tries a repository that is named, when a rule allows it', async () => {
    const path = await config();
    const named = ['--repository', 'acme/charts/payments'];
    const allowed = await run('doctor', '--config', path, ...named);
    expect(allowed.out).toMatch(/nothing is published in\s+it/);
    expect(allowed.out).not.toContain('Root public');
    registry.clearRequests();
    const other = await run(
      'doctor',
      '--config',
      path,
      '--repository',
      'evil/x',
    );
    expect(other).toMatchObject({ code: 2, out: '' });
    expect(other.err).toMatch(/No rule allows/);
    expect(registry.requests).toEqual([]);
  });

  it('ends with 1 when something failed, and says so as JSON too', async () => {
    process.env.DOCTOR_PASSWORD = 'hunter33';
    const { code, out } = await run(
      'doctor',
      '--json',
      '--config',
      await config(),
    );
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(report.ranIn).toBe('terminal');
    expect(report.counts.failed).toBe(1);
    expect(out).not.toMatch(/hunter33|aHVudGVy/);
  });

  it('ends with 2 for a configuration with problems, and tests the rest of it', async () => {
    const { code, out } = await run(
      'doctor',
      '--config',
      await config('    - name: open\n      anyof: []\n'),
    );
    expect(code).toBe(2);
    expect(out).toMatch(
      /FAILED {2}Configuration: chartProvenance\.policies\[1\].*did\s+you\s+mean\s+'anyOf'/,
    );
    expect(out).toMatch(/ok {6}Connection/);
  });

  it.each(['password: a: s3cret', 'password: *s3cret', 'password: "s3cret'])(
    'repeats nothing of a file that is no YAML: %s',
    async line => {
      const path = await file('broken.yaml', `a:\n  ${line}\nb: [\n`);
      const { code, out, err } = await run('doctor', '--config', path);
      expect(code).toBe(2);
      expect(err).toMatch(/YAML.*line \d+/);
      expect(out + err).not.toContain('s3cret');
    },
  );

  it('reads several files, the later before the earlier', async () => {
    const more = await file(
      'more.yaml',
      'chartProvenance: { registries: [] }\n',
    );
    const { out } = await run(
      'doctor',
      '--config',
      await config(),
      '--config',
      more,
    );
    expect(out).not.toContain(registry.host);
  });

  it.each<[string[], RegExp]>([
    [[], /Usage/],
    [['docter'], /Unknown command/],
    [['doctor', '--conifg', 'x'], /--conifg/],
    [['doctor', 'x'], /[Uu]nexpected argument/],
    [['doctor', '--config', '/nowhere/app-config.yaml'], /nowhere/],
  ])('refuses %j', async (argv, words) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
  });

  it('refuses a registry that is not configured', async () => {
    const path = await config();
    const { code, err } = await run(
      'doctor',
      '--config',
      path,
      '--registry',
      'evil.dev',
    );
    expect(code).toBe(2);
    expect(err).toMatch(/evil\.dev is not configured.*there are 127/);
  });

  it('lists its commands', async () => {
    const { out } = await run('--help');
    expect(out).toMatch(/^ {2}gate {3,}\S/m);
    expect(out).toMatch(/^ {2}doctor {3,}\S/m);
  });

  it.each([
    [['--help']],
    [['help']],
    [['doctor', '--help']],
    [['gate', '--help']],
  ])('explains itself: %j', async argv => {
    const { code, out } = await run(...argv);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: chart-provenance/);
  });
});
