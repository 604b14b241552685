import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OfflinePolicy } from 'backstage-plugin-chart-provenance-common/gate';
import {
  DevRegistry,
  openLayoutDirectory,
  startDevRegistry,
} from 'chart-provenance-dev-registry';
import { EXAMPLES, offlinePolicy } from '../__testUtils__/offlinePolicy';
import {
  decision,
  delay,
  denial,
  runGate,
  StandIn,
  startStandIn,
} from '../__testUtils__/standIn';

jest.setTimeout(60_000);

const PAYMENTS = 'acme/charts/payments';

describe('gate without a backend', () => {
  let registry: DevRegistry;
  let server: StandIn;
  let folder: string;

  beforeAll(async () => {
    const layouts = await openLayoutDirectory(join(EXAMPLES, 'registry'));
    registry = await startDevRegistry({
      ...layouts,
      auth: { type: 'basic', username: 'reader', password: 'hunter22' },
    });
    server = await startStandIn();
  });
  afterAll(async () => {
    await registry.close();
    await server.close();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chart-provenance-offline-'));
    server.heard.length = 0;
    const auth = Buffer.from('reader:hunter22').toString('base64');
    await file(
      'config.json',
      JSON.stringify({ auths: { [registry.host]: { auth } } }),
    );
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const path = (name: string) => join(folder, name);
  async function file(name: string, text: string): Promise<string> {
    await writeFile(path(name), text);
    return path(name);
  }
  const policyFile = (
    repository = PAYMENTS,
    changes: Partial<OfflinePolicy> = {},
  ) =>
    file(
      `${repository.replaceAll('/', '-')}.json`,
      JSON.stringify(offlinePolicy(registry.host, repository, changes)),
    );
  const at = (tag: string, repository = PAYMENTS) =>
    `oci://${registry.host}/${repository}:${tag}`;
  const offline = (reference: string, ...argv: string[]) =>
    runGate([reference, '--docker-config', path('config.json'), ...argv]);

  it('decides by the file and the registry alone', async () => {
    const policy = await policyFile();
    const output = path('deploy.txt');
    const allowed = await offline(
      ...([at('1.8.2'), '--offline', policy, '--output', output] as const),
    );
    expect(allowed).toMatchObject({ code: 0, err: '' });
    expect(allowed.out).toMatch(
      /^✔ allowed .*version 1\.8\.2.*decided offline/,
    );
    expect(await readFile(output, 'utf8')).toMatch(
      /^oci:\/\/127\.0\.0\.1:\d+\/acme\/charts\/payments@sha256:16b6[0-9a-f]{60}\n$/,
    );
    const rejected = await offline(at('1.8.1'), '--offline', policy);
    expect(rejected.code).toBe(1);
    expect(rejected.out).toMatch(
      /wrong-identity: .*\n {4}→ .*owner of the chart/,
    );
    expect(rejected.out).not.toContain('hunter22');
    expect(server.heard).toEqual([]);
  });

  it('takes one file for each chart', async () => {
    const inventory = 'acme/charts/inventory';
    const { code, out } = await offline(
      at('1.8.2'),
      ...[at('1.1.0', inventory), at('4.1.0', 'acme/charts/checkout')],
      ...['--offline', await policyFile()],
      ...['--offline', await policyFile(inventory)],
    );
    expect(code).toBe(1);
    expect(out).toMatch(
      /✔ allowed [^]*✖ DENIED [^]*no-signature[^]*\? UNDECIDED [^]*no policy file for this chart/,
    );
  });

  it.each<[string, Partial<OfflinePolicy>, RegExp]>([
    [
      'expired',
      {
        issuedAt: '2026-01-01T00:00:00.000Z',
        expiresAt: '2026-01-02T00:00:00.000Z',
      },
      /policy-expired/,
    ],
    [
      'without trust',
      { trust: { roots: [], keys: [], keyrings: [], stores: [] } },
      /UNDECIDED|DENIED/,
    ],
  ])('allows nothing by a file that is %s', async (_, changes, words) => {
    const policy = await policyFile(PAYMENTS, changes);
    const { code, out } = await offline(at('1.8.2'), '--offline', policy);
    expect([1, 3]).toContain(code);
    expect(out).toMatch(words);
  });

  it('refuses a file that was changed by hand, and an environment that it lacks', async () => {
    const policy = await policyFile();
    const wrong = await offline(
      ...([at('1.8.2'), '--offline', policy] as const),
      ...['--environment', 'production'],
    );
    expect(wrong.code).toBe(2);
    expect(wrong.out).toMatch(/has no environment production; it has default/);
    const text = await readFile(policy, 'utf8');
    await writeFile(policy, text.replace('{', '{"skip":true,'));
    const changed = await offline(at('1.8.2'), '--offline', policy);
    expect(changed).toMatchObject({ code: 2, out: '' });
    expect(changed.err).toMatch(/policy file cannot be used/);
  });

  it('keeps what it decided, and tells it once', async () => {
    const record = path('decisions.jsonl');
    const policy = await policyFile();
    const decide = (tag: string) =>
      offline(
        ...([at(tag), '--offline', policy, '--record', record] as const),
        ...['--require-policy', 'acme-release'],
      );
    await decide('1.8.2');
    await decide('1.8.1');
    const lines = (await readFile(record, 'utf8')).trim().split('\n');
    const policyDigest = createHash('sha256')
      .update(await readFile(policy))
      .digest('hex');
    expect(lines.map(line => JSON.parse(line))).toMatchObject(
      ['allow', 'deny'].map(one => ({
        decision: {
          decision: one,
          offline: { policyFile: `sha256:${policyDigest}` },
        },
        require: { policies: ['acme-release'] },
      })),
    );
    const report = () => runGate(['report', record, '--url', server.url]);
    server.answer = () => ({ status: 503 });
    expect(await report()).toMatchObject({
      code: 3,
      out: '0 written down, 0 known there already, 2 not told.\n',
    });
    server.answer = () => ({ body: { accepted: 1, known: 1 } });
    expect(await report()).toMatchObject({
      code: 0,
      out: '1 written down, 1 known there already, 0 not told.\n',
    });
    expect(server.heard.at(-1)).toMatchObject({
      method: 'POST',
      path: '/api/chart-provenance/gate/reports',
      body: { decisions: lines.map(line => JSON.parse(line)) },
    });
    server.heard.length = 0;
    await decide('1.7.0');
    server.answer = () => ({ body: { accepted: 1, known: 0 } });
    expect((await report()).out).toMatch(/^1 written down, 0 known/);
    expect((await report()).out).toMatch(/^0 written down, 0 known/);
    expect(server.heard).toHaveLength(1);
    expect((await readFile(record, 'utf8')).startsWith(lines.join('\n'))).toBe(
      true,
    );
  });

  it('marks nothing as told that the backend does not confirm', async () => {
    const record = await file(
      'decisions.jsonl',
      `${JSON.stringify({ decision: decision(), require: null })}\n`,
    );
    const report = () => runGate(['report', record, '--url', server.url]);
    for (const body of [
      {},
      { accepted: 0, known: 0 },
      { accepted: 2, known: 0 },
    ]) {
      server.answer = () => ({ body });
      expect((await report()).code).toBe(3);
    }
    await writeFile(record, 'no decision\n');
    expect(await report()).toMatchObject({ code: 2 });
    expect(server.heard).toHaveLength(3);
  });

  it('allows nothing that it cannot write down', async () => {
    const policy = await policyFile();
    const { code, out } = await offline(
      ...([at('1.8.2'), '--offline', policy] as const),
      ...['--record', join(folder, 'nowhere', 'decisions.jsonl')],
    );
    expect(code).toBe(3);
    expect(out).toMatch(/could not be written/);
  });

  describe('that is asked first', () => {
    const fallback = async (url = server.url) =>
      offline(
        ...([at('1.8.2'), '--url', url] as const),
        ...['--fallback', await policyFile()],
      );
    const about = () => ({
      reference: at('1.8.2'),
      resolved: null,
      digest: null,
    });

    it('is done without when nobody is there', async () => {
      const gone = await startStandIn();
      await gone.close();
      const { code, out } = await fallback(gone.url);
      expect(code).toBe(0);
      expect(out).toMatch(/decided offline/);
    });

    it.each([500, 502, 503, 504])(
      'is done without when it answers %s',
      async status => {
        server.answer = () => ({ status });
        expect((await fallback()).out).toMatch(/decided offline/);
      },
    );

    it.each<[string, number, () => unknown]>([
      ['denies', 412, () => denial(about())],
      ['decides nothing', 503, () => delay(about())],
      ['knows nobody', 401, () => ({})],
      ['is asked too often', 429, () => ({})],
      ['refuses', 400, () => ({})],
      ['says what nobody believes', 200, () => decision()],
      ['is elsewhere', 302, () => ({})],
    ])('has the last word when it %s', async (_, status, body) => {
      server.answer = () => ({ status, body: body() });
      const { code, out } = await fallback();
      expect(code).not.toBe(0);
      expect(out).not.toMatch(/decided offline/);
    });
  });

  it('fetches the policy file of a chart, when it is one', async () => {
    const out = path('policy.json');
    const fetchIt = () =>
      runGate(['policy', at('1.8.2'), '--out', out, '--url', server.url]);
    const policy = offlinePolicy(registry.host, PAYMENTS);
    server.answer = () => ({ body: policy });
    const fetched = await fetchIt();
    expect(fetched).toMatchObject({ code: 0, err: '' });
    expect(fetched.out).toMatch(/in default, until .* decides what passes/);
    expect(server.heard[0]).toMatchObject({
      method: 'GET',
      path: `/api/chart-provenance/gate/policy?reference=${encodeURIComponent(
        at('1.8.2'),
      )}`,
    });
    expect((await offline(at('1.8.2'), '--offline', out)).code).toBe(0);
    const kept = await readFile(out, 'utf8');
    const expired = { expiresAt: new Date(Date.now() - 1_000).toISOString() };
    const bad = [
      { body: { ...policy, ...expired, issuedAt: '2026-01-01T00:00:00.000Z' } },
      { body: offlinePolicy(registry.host, 'acme/charts/checkout') },
      { body: { ...policy, format: 'other' } },
      { status: 404, body: policy },
      { status: 403 },
    ];
    for (const answer of bad) {
      server.answer = () => answer;
      const { code, err } = await fetchIt();
      expect(code).toBe(3);
      expect(err).not.toBe('');
    }
    expect(await readFile(out, 'utf8')).toBe(kept);
  });
});
