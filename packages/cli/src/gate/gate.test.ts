import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  decision,
  delay,
  denial,
  DIGEST,
  REFERENCE,
  runGate,
  Said,
  StandIn,
  startStandIn,
} from './__testUtils__/standIn';

const TOKEN = 'eyJ.secret-token.x';
const RESOLVED = `oci://ghcr.io/acme/charts/payments@${DIGEST}`;
const OTHER = `sha256:${'2'.repeat(64)}`;

describe('gate', () => {
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
  beforeEach(() => {
    server.heard.length = 0;
  });

  const ask = (...argv: string[]) =>
    runGate([REFERENCE, ...argv], {
      CHART_PROVENANCE_URL: server.url,
      CHART_PROVENANCE_TOKEN: TOKEN,
    });

  it('asks for what is named, and says in a line that it is allowed', async () => {
    server.answer = () => ({ body: decision({ environment: 'production' }) });
    const { code, out, err } = await ask(
      ...['--environment', 'production', '--require-policy', 'strict'],
      ...['--require-attestation', 'https://slsa.dev/provenance'],
      ...['--require-digest', '--max-age', '10m'],
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^✔ allowed {6}oci:\/\/ghcr\.io\/acme\/charts\/payments:1\.8\.2, version 1\.8\.2, sha256:1{64}, production, until \S+Z\n$/,
    );
    expect(server.heard).toEqual([
      {
        method: 'POST',
        path: '/api/chart-provenance/gate',
        authorization: `Bearer ${TOKEN}`,
        body: {
          reference: REFERENCE,
          environment: 'production',
          require: {
            policies: ['strict'],
            attestations: ['https://slsa.dev/provenance'],
            digest: true,
            maxAgeSeconds: 600,
          },
        },
      },
    ]);
  });

  it('says why something is denied, what to do, who can, and where to read on', async () => {
    server.answer = () => ({ status: 412, body: denial() });
    const { code, out } = await ask();
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^✖ DENIED {7}oci:\S+, version 1\.8\.2/),
      '    wrong-identity: It was signed by somebody else.',
      '    → Publish it from the workflow that the policy names. (owner of the chart: component:default/payments)',
      '    https://backstage.acme.dev/chart-provenance?decision=1',
      '',
    ]);
  });

  it('goes on where nothing is enforced yet, and says what is to come', async () => {
    const enforcedFrom = '2999-01-01';
    server.answer = () => ({
      body: denial({ proceed: true, enforced: false, enforcedFrom }),
    });
    const { code, out } = await ask();
    expect(code).toBe(0);
    expect(out).toMatch(
      /^! not enforced [^]*It will be denied from 2999-01-01/,
    );
  });

  it('takes a trial for no permission, unless that is wanted', async () => {
    server.answer = () => ({ body: decision({ dryRun: true }) });
    const trial = await ask();
    expect(trial.code).toBe(3);
    expect(trial.out).toMatch(/only a trial/);
    const tried = await ask('--dry-run-ok');
    expect(tried.code).toBe(0);
    expect(tried.out).toMatch(/dry run: would go on/);
    expect(tried.out).not.toMatch(/allowed/);
    server.answer = () => ({ status: 412, body: denial({ dryRun: true }) });
    expect((await ask('--dry-run-ok')).code).toBe(1);
  });

  it('says what is wrong with a question, and with the digest of it', async () => {
    server.answer = () => ({
      status: 400,
      body: { error: { message: 'There is no environment prod\u001b[2J' } },
    });
    const refused = await ask('--environment', 'prod');
    expect(refused.code).toBe(2);
    expect(refused.out).toMatch(/REFUSED[^]*There is no environment prod \[2J/);
    server.answer = () => ({
      body: decision({ reference: `${REFERENCE}@${OTHER}` }),
    });
    const { code } = await runGate([
      `${REFERENCE}@${OTHER}`,
      '--url',
      server.url,
    ]);
    expect(code).toBe(3);
  });

  it('waits while nothing is decided, and no longer', async () => {
    let asked = 0;
    const answers: Said[] = [
      { status: 503, headers: { 'retry-after': '1' } },
      { status: 503, body: delay() },
      { body: decision() },
    ];
    server.answer = () => answers[Math.min(asked++, 2)];
    expect((await ask('--wait', '30s')).code).toBe(0);
    expect(asked).toBe(3);
    asked = 0;
    expect((await ask()).code).toBe(3);
    expect(asked).toBe(1);
    server.answer = () => ({
      status: 503,
      body: delay({ retryAfterSeconds: 60 }),
    });
    expect((await ask('--wait', '2s')).code).toBe(3);
  });

  it('asks again about a denial that the gate says may pass, and about no other', async () => {
    const passing = denial({ retryAfterSeconds: 1 });
    let asked = 0;
    server.answer = () =>
      asked++ === 0 ? { status: 412, body: passing } : { body: decision() };
    expect((await ask()).code).toBe(1);
    expect(asked).toBe(1);
    asked = 0;
    expect((await ask('--wait', '30s')).code).toBe(0);
    expect(asked).toBe(2);
    server.answer = () => ({ status: 412, body: denial() });
    server.heard.length = 0;
    expect((await ask('--wait', '30s')).code).toBe(1);
    expect(server.heard).toHaveLength(1);
  });

  it('ends with what is worst, and writes references down only when all may go on', async () => {
    const output = join(folder, 'deploy.txt');
    const second = 'oci://ghcr.io/acme/charts/checkout:4.2.0';
    const answerFor = (reference: unknown) =>
      reference === second
        ? {
            status: 412,
            body: denial({ reference: second, digest: null, resolved: null }),
          }
        : { body: decision() };
    server.answer = ({ body }) => answerFor(Object(body).reference);
    expect((await ask('--output', output)).code).toBe(0);
    expect(await readFile(output, 'utf8')).toBe(`${RESOLVED}\n`);
    expect((await ask(second, '--output', output)).code).toBe(1);
    expect(await readFile(output, 'utf8')).toBe('');
    await writeFile(output, 'oci://old@sha256:0\n');
    const unasked = await runGate([REFERENCE, '--output', output]);
    expect(unasked.code).toBe(2);
    expect(await readFile(output, 'utf8')).toBe('');
  });

  it('gives a GitHub step what was decided', async () => {
    const githubOutput = join(folder, 'github-output');
    server.answer = () => ({ body: decision() });
    await runGate([REFERENCE, '--url', server.url, '--github'], {
      GITHUB_OUTPUT: githubOutput,
    });
    expect(await readFile(githubOutput, 'utf8')).toMatch(
      new RegExp(`^resolved<<(end-[0-9a-f]{32})\n${RESOLVED}\n\\1\n$`),
    );
  });

  it('writes everything as JSON', async () => {
    server.answer = () => ({ status: 412, body: denial() });
    const { out } = await ask('--json');
    expect(JSON.parse(out)).toMatchObject({
      exitCode: 1,
      results: [
        {
          reference: REFERENCE,
          outcome: 'denied',
          proceed: false,
          resolved: null,
          decision: { verdict: 'rejected' },
        },
      ],
    });
  });
});
