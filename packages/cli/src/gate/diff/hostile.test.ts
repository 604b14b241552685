import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { application } from '../__testUtils__/GitFolder';
import { CHARTS, helm, PullRequest } from '../__testUtils__/PullRequest';
import { runGate } from '../__testUtils__/standIn';

jest.setTimeout(60_000);

describe('gate --diff, where something stands against it', () => {
  let pull: PullRequest;
  beforeAll(async () => {
    pull = await PullRequest.start();
  });
  afterAll(() => pull.close());
  beforeEach(() => pull.renew());

  it.each<[string, string, RegExp]>([
    ['a range', helm('payments', '1.8.x'), /any version of a range/],
    [
      'no version',
      helm('payments', "'*'"),
      /any version of a range|no version/,
    ],
    ['a template', helm('payments', "'{{ version }}'"), /fills it in later/],
    [
      'a legacy repository',
      application('old', {
        repoURL: 'https://charts.acme.dev',
        chart: 'old',
        targetRevision: '1.0.0',
      }),
      /legacy repository/,
    ],
  ])(
    'does not ask about %s, and fails unless that is taken on',
    async (_, text, why) => {
      pull.change({ 'a.yaml': 'a: 1\n' }, { 'b.yaml': text });
      const { code, out } = await pull.diff();
      expect(code).toBe(3);
      expect(out).toMatch(/^\? not asked /);
      expect(out).toMatch(why);
      expect(pull.server.heard).toEqual([]);
      const taken = await pull.diff('--allow-unasked');
      expect(taken.code).toBe(0);
      expect(taken.out).toMatch(/^! not asked /);
    },
  );

  const APP = helm('payments', '1.8.2');
  const bomb = `${APP}x: &a [1,1]\n${Array.from(
    { length: 200 },
    (_, at) => `y${at}: *a\n`,
  ).join('')}`;
  it.each<[string, string, string | Buffer, RegExp]>([
    ['no YAML', 'b.yaml', `${APP}  : [\n`, /not YAML/],
    ['a bomb of aliases', 'b.yaml', bomb, /more than 100 aliases/],
    [
      'too long',
      'b.yaml',
      `${APP}#${'x'.repeat(200_000)}\n`,
      /more than 128 KiB/,
    ],
    [
      'too large',
      'b.yaml',
      `${APP}#${'x'.repeat(1_100_000)}\n`,
      /larger than 1 MiB/,
    ],
    [
      'a template of Helm',
      'c/templates/b.yaml',
      `{{ if .Values.on }}\n${APP}{{ end }}\n`,
      /It is a template|not YAML/,
    ],
    [
      'a template of a helmfile',
      'helmfile.yaml.gotmpl',
      '{{ range .x }}\nreleases: []\n',
      /helmfile that cannot be read/,
    ],
    [
      'in Git LFS',
      'b.yaml',
      'version https://git-lfs.github.com/spec/v1\noid sha256:1\n',
      /Git LFS/,
    ],
    [
      'a kustomization with charts',
      'k/kustomization.yaml',
      'helmCharts:\n  - name: x\n',
      /helmCharts of Kustomize/,
    ],
  ])(
    'fails for a file that is %s, whatever is taken on',
    async (_, path, text, why) => {
      pull.change(
        { 'a.yaml': 'a: 1\n', 'c/Chart.yaml': 'name: c\n' },
        { [path]: text },
      );
      const { code, out } = await pull.diff('--allow-unasked');
      expect(code).toBe(3);
      expect(out).toMatch(/^\? NOT READ /m);
      expect(out).toMatch(why);
      expect(pull.asked).toEqual([]);
    },
  );

  it('says nothing of files that nobody can read and nobody touched', async () => {
    pull.change({ 'b.yaml': `${APP}  : [\n` }, { 'README.md': 'x' });
    expect(await pull.diff()).toMatchObject({ code: 0 });
  });

  it('follows no symbolic link, and says so', async () => {
    pull.change({ 'a.yaml': APP }, {});
    symlinkSync('a.yaml', join(pull.repository.path, 'link.yaml'));
    symlinkSync('/etc', join(pull.repository.path, 'folder'));
    pull.repository.commit();
    const { code, out } = await pull.diff();
    expect(code).toBe(3);
    expect(out.match(/It is a symbolic link/g)).toHaveLength(2);
  });

  it('runs nothing that the repository or its attributes name', async () => {
    pull.change(
      { 'a.yaml': 'a: 1\n' },
      {
        '.gitattributes': '*.yaml diff=evil filter=evil\n',
        'b.yaml': helm('payments', '1.8.2'),
      },
    );
    const witness = join(pull.repository.path, 'was-run');
    for (const name of [
      ...['diff.evil.textconv', 'diff.evil.command', 'diff.external'],
      ...['filter.evil.smudge', 'filter.evil.clean', 'core.fsmonitor'],
    ]) {
      pull.repository.git('config', name, `touch ${witness} #`);
    }
    await pull.diff();
    expect(pull.asked).toEqual([`${CHARTS}/payments:1.8.2`]);
    expect(existsSync(witness)).toBe(false);
  });

  it.each([
    'main',
    '--output=x...HEAD',
    'main...--all',
    'a b...HEAD',
    'nowhere...HEAD',
  ])('refuses the range %s', async range => {
    pull.change({ 'a.yaml': 'a: 1\n' }, {});
    const folder = ['--repository', pull.repository.path];
    const argv = [`--diff=${range}`, ...folder, '--url', pull.server.url];
    const { code, out, err } = await runGate(argv);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/like origin\/main\.\.\.HEAD|There is no commit/);
  });

  it('fails where there is no repository, and where the history is cut off', async () => {
    const nowhere = await runGate([
      '--diff',
      'main...HEAD',
      '--repository',
      '/',
      '--url',
      pull.server.url,
    ]);
    expect(nowhere).toMatchObject({ code: 3, out: '' });
    pull.change({ 'a.yaml': 'a: 1\n' }, { 'a.yaml': APP });
    pull.repository.git('switch', '--quiet', '--orphan', 'other');
    pull.repository.write('b.yaml', APP);
    pull.repository.commit();
    expect((await pull.diff()).err).toMatch(/no common commit here/);
  });
});
