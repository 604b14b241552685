import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  decision,
  REFERENCE,
  runGate,
  StandIn,
  startStandIn,
} from './__testUtils__/standIn';

const TOKEN = 'eyJ.secret-token.x';

describe('gate, asked wrongly', () => {
  let server: StandIn;
  let folder: string;
  beforeAll(async () => {
    server = await startStandIn();
    folder = await mkdtemp(join(tmpdir(), 'chart-provenance-gate-'));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each<[string[], RegExp]>([
    [[], /Name a reference/],
    [['oci://ghcr.io/acme/charts/payments'], /neither a tag nor a digest/],
    [['ghcr.io/acme/charts/payments:1'], /begins with oci:/],
    [[REFERENCE], /Say where the API is/],
    [[REFERENCE, '--url', 'backstage.acme.dev'], /The URL of the API is none/],
    [[REFERENCE, '--url', 'ftp://backstage.acme.dev'], /is none/],
    [
      [REFERENCE, '--url', 'http://backstage.acme.dev'],
      /http to another machine/,
    ],
    [
      [REFERENCE, '--url', 'http://127.0.0.1.evil.dev'],
      /http to another machine/,
    ],
    [[REFERENCE, '--url', 'https://me:hunter22@a.dev'], /takes no user/],
    [
      [REFERENCE, '--url', 'https://a.dev', '--token-file', '/nowhere'],
      /--token-file cannot be read/,
    ],
    [[REFERENCE, '--token', 'x'], /--token/],
    [[REFERENCE, '--max-age', '10 minutes'], /--max-age like/],
    [[REFERENCE, '--json', '--github'], /Name one of/],
    [[REFERENCE, '--wait', '2 minutes'], /--wait like/],
    [[REFERENCE, '--offline', 'a', '--fallback', 'b'], /not both/],
    [[REFERENCE, '--record', 'a'], /--record keeps/],
    [[REFERENCE, '--fallback', 'a'], /policy file cannot be read/],
    [['policy', REFERENCE], /and --out/],
    [['policy', 'payments', '--out', 'x'], /begins with oci:/],
    [['report'], /Name the one file/],
    [['report', '/nowhere', '--url', 'https://a.dev'], /is not there/],
  ])('refuses %j', async (argv, words) => {
    const { code, out, err } = await runGate(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
    expect(err).not.toContain('hunter22');
  });

  it('refuses a token that no header can hold, without repeating it', async () => {
    const env = { CHART_PROVENANCE_URL: server.url };
    const twoLines = { ...env, CHART_PROVENANCE_TOKEN: 'first\nsecond' };
    const refused = await runGate([REFERENCE], twoLines);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).not.toMatch(/first|second/);
    const file = join(folder, 'token');
    await writeFile(file, `${TOKEN}\n`);
    server.answer = () => ({ body: decision() });
    expect((await runGate([REFERENCE, '--token-file', file], env)).code).toBe(
      0,
    );
    expect(server.heard[0].authorization).toBe(`Bearer ${TOKEN}`);
  });

  it('decides nothing when nobody is there', async () => {
    const gone = await startStandIn();
    await gone.close();
    const { code, out } = await runGate([REFERENCE, '--url', gone.url]);
    expect(code).toBe(3);
    expect(out).toMatch(/cannot be reached \(ECONNREFUSED\)/);
  });
});
