import type { TransportRequest, TransportResponse } from '../egress/Transport';
import { Authenticator } from './Authenticator';
import type { Credential } from './Credential';
import { parseChallenges } from './parseChallenge';

const ORIGIN = 'https://r.io';
const SCOPE = 'repository:a:pull';
const bytes = (value: unknown) =>
  new TextEncoder().encode(JSON.stringify(value));
const bearer = (realm: string) =>
  `Bearer realm="${realm}",service="r",scope="repository:everything:pull,push,delete"`;

interface Script {
  challenge?: string;
  credential?: Credential;
  realmHosts?: string[];
  /** The registry takes these Authorization headers. */
  accepts?: (authorization: string | undefined) => boolean;
  token?: (request: TransportRequest, count: number) => TransportResponse;
}

function registry(script: Script) {
  const requests: TransportRequest[] = [];
  const tokens: TransportRequest[] = [];
  let now = 0;
  const transport = async (
    request: TransportRequest,
  ): Promise<TransportResponse> => {
    if (new URL(request.url).pathname === '/token') {
      tokens.push(request);
      const answer = script.token?.(request, tokens.length);
      const token = { token: `t${tokens.length}`, expires_in: 100 };
      return answer ?? { status: 200, headers: {}, body: bytes(token) };
    }
    requests.push(request);
    return script.accepts?.(request.headers?.authorization)
      ? { status: 200, headers: {}, body: bytes({}) }
      : {
          status: 401,
          headers: { 'www-authenticate': script.challenge ?? '' },
          body: bytes({}),
        };
  };
  const authenticator = new Authenticator({
    origin: ORIGIN,
    registry: 'r.io',
    transport,
    credentials: async () => script.credential ?? { type: 'none' },
    realmHosts: script.realmHosts,
    now: () => now,
  });
  return {
    requests,
    tokens,
    advance: (ms: number) => {
      now += ms;
    },
    send: async (scope = SCOPE) => {
      const request = { method: 'GET', url: `${ORIGIN}/v2/` } as const;
      return (await authenticator.send(request, scope, transport)).response;
    },
    shown: () => requests.map(one => one.headers?.authorization),
  };
}

describe('Authenticator', () => {
  it.each<[string, Credential, string]>([
    ['a password', { type: 'basic', username: 'u', password: 'p' }, SCOPE],
    [
      'a password, for nothing',
      { type: 'basic', username: 'u', password: 'p' },
      '',
    ],
    ['a refresh token', { type: 'refreshToken', refreshToken: 'r' }, SCOPE],
    [
      'a refresh token, for nothing',
      { type: 'refreshToken', refreshToken: 'r' },
      '',
    ],
  ])(
    'asks with %s for no scope that stands in the address of the realm',
    async (_, credential, scope) => {
      const wide = 'repository:everything:pull,push';
      const r = registry({
        challenge: bearer(
          `${ORIGIN}/token?a=1&scope=${wide}&scope=${wide}&SCOPE=${wide}`,
        ),
        credential,
        accepts: sent => sent === 'Bearer t1',
      });
      expect((await r.send(scope)).status).toBe(200);
      const [{ url, body }] = r.tokens;
      expect(`${url}${body}`).not.toMatch(/push/);
      expect(new URL(url).searchParams.get('a')).toBe('1');
    },
  );

  it('takes no token that is longer than any header', async () => {
    const r = registry({
      challenge: bearer(`${ORIGIN}/token`),
      token: () => ({
        status: 200,
        headers: {},
        body: bytes({ token: 't'.repeat(20_000) }),
      }),
    });
    await expect(r.send()).rejects.toMatchObject({
      code: 'malformed-response',
    });
  });

  it('shows nothing before it is asked, then basic', async () => {
    const basic = `Basic ${Buffer.from('u:p').toString('base64')}`;
    const r = registry({
      challenge: 'Basic realm="r"',
      credential: { type: 'basic', username: 'u', password: 'p' },
      accepts: sent => sent === basic,
    });
    expect((await r.send()).status).toBe(200);
    await r.send();
    expect(r.shown()).toEqual([undefined, basic, basic]);
  });

  it('fetches a token for its own scope, once for many requests', async () => {
    const r = registry({
      challenge: bearer(`${ORIGIN}/token?x=1`),
      credential: { type: 'basic', username: 'u', password: 'p' },
      accepts: sent => sent?.startsWith('Bearer t') ?? false,
    });
    await Promise.all(Array.from({ length: 20 }, () => r.send()));
    await r.send();
    expect(r.tokens).toHaveLength(1);
    const asked = new URL(r.tokens[0].url).searchParams;
    expect([...asked]).toEqual([
      ['x', '1'],
      ['service', 'r'],
      ['scope', SCOPE],
    ]);
    expect(r.tokens[0].headers?.authorization).toMatch(/^Basic /);

    await r.send('repository:a:pull,push');
    expect(r.tokens).toHaveLength(2);
    r.advance(91_000);
    await r.send();
    expect(r.tokens).toHaveLength(3);
  });

  it('renews a refused token once', async () => {
    const accepted = new Set(['Bearer t1']);
    const r = registry({
      challenge: bearer(`${ORIGIN}/token`),
      accepts: sent => accepted.has(sent ?? ''),
    });
    await r.send();
    accepted.clear();
    accepted.add('Bearer t2');
    expect((await r.send()).status).toBe(200);
    accepted.clear();
    expect((await r.send()).status).toBe(401);
    expect(r.shown()).toEqual([
      undefined,
      'Bearer t1',
      'Bearer t1',
      'Bearer t2',
      'Bearer t2',
      'Bearer t3',
    ]);
  });

  it.each([
    'https://evil.io/token',
    'https://r.io.evil.io/token',
    'https://r.io:444/token',
    'http://r.io/token',
    'http://auth.r.io/token',
    'https://u:p@r.io/token',
    'https://auth.r.io:8443/token',
  ])('sends nothing at all to the realm %s', async realm => {
    const r = registry({
      challenge: bearer(realm),
      credential: { type: 'basic', username: 'u', password: 'p' },
      realmHosts: ['auth.r.io'],
    });
    await expect(r.send()).rejects.toMatchObject({ code: 'egress-refused' });
    expect(r.tokens).toEqual([]);
    expect(r.shown()).toEqual([undefined]);
  });

  it('asks a realm that the operator named', async () => {
    const r = registry({
      challenge: bearer('https://auth.r.io/token'),
      realmHosts: ['auth.r.io'],
      accepts: sent => sent === 'Bearer t1',
    });
    expect((await r.send()).status).toBe(200);
    expect(r.tokens[0].headers).toEqual({});
  });

  it('exchanges a refresh token, and sends a ready one as it is', async () => {
    const accepts = (sent?: string) => sent !== undefined;
    const exchanged = registry({
      challenge: bearer(`${ORIGIN}/token`),
      credential: { type: 'refreshToken', refreshToken: 'long' },
      accepts,
    });
    await exchanged.send();
    expect(exchanged.tokens[0]).toMatchObject({
      method: 'POST',
      body: expect.stringContaining('refresh_token=long'),
    });
    const ready = registry({
      challenge: bearer('https://evil.io/token'),
      credential: { type: 'token', token: 'ready' },
      accepts,
    });
    await ready.send();
    expect(ready.shown()).toEqual([undefined, 'Bearer ready']);
    expect(ready.tokens).toEqual([]);
  });

  it.each<[string, unknown, number, string]>([
    ['no token', {}, 200, 'malformed-response'],
    [
      'a token with a line break',
      { token: 'a\r\nX: y' },
      200,
      'malformed-response',
    ],
    [
      'a refusal',
      { errors: [{ code: 'X', message: 'bad password hunter22' }] },
      401,
      'unauthorized',
    ],
  ])('fails on %s, and tells no password', async (_, body, status, code) => {
    const r = registry({
      challenge: bearer(`${ORIGIN}/token`),
      credential: { type: 'basic', username: 'user', password: 'hunter22' },
      token: () => ({ status, headers: {}, body: bytes(body) }),
    });
    const failed = r.send();
    await expect(failed).rejects.toMatchObject({ code });
    await expect(failed).rejects.not.toThrow(/hunter22/);
    // A failure is not kept.
    await expect(r.send()).rejects.toMatchObject({ code });
    expect(r.tokens.length).toBe(2);
  });
});

describe('parseChallenges', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['Basic', [{ scheme: 'basic', parameters: {} }]],
    [
      'Bearer realm="https://a/t, x",service=s , scope="a:b:pull,push"',
      [
        {
          scheme: 'bearer',
          parameters: {
            realm: 'https://a/t, x',
            service: 's',
            scope: 'a:b:pull,push',
          },
        },
      ],
    ],
    [
      'Negotiate, Basic realm="a \\"b\\"", BEARER Realm = "c"',
      [
        { scheme: 'negotiate', parameters: {} },
        { scheme: 'basic', parameters: { realm: 'a "b"' } },
        { scheme: 'bearer', parameters: { realm: 'c' } },
      ],
    ],
    ['Bearer realm="open', [{ scheme: 'bearer', parameters: { realm: '' } }]],
  ])('%s', (header, challenges) => {
    expect(parseChallenges(header)).toEqual(challenges);
  });
});
