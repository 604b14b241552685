import {
  decision,
  denial,
  DIGEST,
  REFERENCE,
  runGate,
  Said,
  StandIn,
  startStandIn,
} from '../__testUtils__/standIn';

const TOKEN = 'eyJ.secret-token.x';
const RESOLVED = `oci://ghcr.io/acme/charts/payments@${DIGEST}`;
const OTHER = `sha256:${'2'.repeat(64)}`;

describe('an answer', () => {
  let server: StandIn;
  beforeAll(async () => {
    server = await startStandIn();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.heard.length = 0;
  });

  const ask = () =>
    runGate([REFERENCE], {
      CHART_PROVENANCE_URL: server.url,
      CHART_PROVENANCE_TOKEN: TOKEN,
    });

  it.each<[string, () => Said | 'hang-up']>([
    ['nothing', () => 'hang-up'],
    ['no JSON', () => ({ body: 'yes' })],
    ['an empty object', () => ({ body: {} })],
    [
      'only that it may',
      () => ({ body: { proceed: true, decision: 'allow' } }),
    ],
    ['an array', () => ({ body: [decision()] })],
    [
      'another reference',
      () => ({ body: decision({ reference: `${REFERENCE}-rc.1` }) }),
    ],
    ['another environment', () => ({ body: decision({ environment: 'dev' }) })],
    [
      'another repository',
      () => ({
        body: decision({ resolved: `oci://ghcr.io/evil/payments@${DIGEST}` }),
      }),
    ],
    [
      'another digest than it resolves to',
      () => ({ body: decision({ digest: OTHER }) }),
    ],
    [
      'a tag beside the digest',
      () => ({
        body: decision({ resolved: RESOLVED.replace('@', ':1.8.2@') }),
      }),
    ],
    ['no digest', () => ({ body: decision({ digest: null, resolved: null }) })],
    ['no end', () => ({ body: decision({ expiresAt: null }) })],
    [
      'an end that has been',
      () => ({
        body: decision({
          expiresAt: new Date(Date.now() - 2_000).toISOString(),
        }),
      }),
    ],
    [
      'an old decision',
      () => ({
        body: decision({
          decidedAt: new Date(Date.now() - 600_000).toISOString(),
        }),
      }),
    ],
    [
      'no time of day',
      () => ({ headers: { date: undefined }, body: decision() }),
    ],
    [
      'the time of day of yesterday',
      () => ({
        headers: { date: new Date(Date.now() - 86_400_000).toUTCString() },
        body: decision(),
      }),
    ],
    [
      'that it was kept on the way, with its date',
      () => {
        const decidedAt = new Date(Date.now() - 86_400_000);
        return {
          headers: { age: '86400', date: decidedAt.toUTCString() },
          body: decision({
            decidedAt: decidedAt.toISOString(),
            expiresAt: new Date(Date.now() - 86_000_000).toISOString(),
          }),
        };
      },
    ],
    [
      'an allow with reasons',
      () => ({ body: decision({ reasons: denial().reasons }) }),
    ],
    ['a deny that may go on', () => ({ body: denial({ proceed: true }) })],
    ['a deny with status 200', () => ({ body: denial() })],
    ['an allow with status 412', () => ({ status: 412, body: decision() })],
    ['an allow with status 503', () => ({ status: 503, body: decision() })],
    ['an allow with status 201', () => ({ status: 201, body: decision() })],
    [
      'an allow that may not go on',
      () => ({ body: decision({ proceed: false }) }),
    ],
    [
      'a decision of somebody offline',
      () => ({
        body: decision({
          offline: { policyFile: DIGEST, policyIssuedAt: '', reportedAt: null },
        }),
      }),
    ],
    ['true as a text', () => ({ body: { ...decision(), proceed: 'true' } })],
    ['that somebody is not known', () => ({ status: 401 })],
    ['that somebody may not', () => ({ status: 403, body: decision() })],
    ['that there is nothing', () => ({ status: 404 })],
    [
      'that it is elsewhere',
      () => ({ status: 307, headers: { location: `${server.url}/gate` } }),
    ],
    ['that it is broken', () => ({ status: 500, body: decision() })],
    ['that it is asked too often', () => ({ status: 429 })],
    [
      'more than is read',
      () => ({ body: { ...decision(), more: 'x'.repeat(2e6) } }),
    ],
  ])('decides nothing by an answer that says %s', async (_, answer) => {
    server.answer = answer;
    const { code, out, err } = await ask();
    expect({ code, err }).toEqual({ code: 3, err: '' });
    expect(out).toMatch(/^\? UNDECIDED /);
    expect(out).not.toContain('secret-token');
    expect(server.heard).toHaveLength(1);
  });
});
