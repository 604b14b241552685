import type { TransportRequest, TransportResponse } from '../egress/Transport';
import { Authenticator } from './Authenticator';
import type { Credential, CredentialProvider } from './Credential';

const ORIGIN = 'https://r.io';
const SCOPE = 'repository:a:pull';
const REQUEST = { method: 'GET', url: `${ORIGIN}/v2/` } as const;
const json = (value: unknown) =>
  new TextEncoder().encode(JSON.stringify(value));
const basic = (password: string): Credential => ({
  type: 'basic',
  username: 'u',
  password,
});
const passwordOf = (header = '') =>
  Buffer.from(header.replace('Basic ', ''), 'base64').toString().slice(2);

/** A registry, or its realm, that takes one password: what was issued last. */
function world(challenge: string) {
  const state = {
    good: 'p1',
    credentials: ['p1'],
    given: [] as (Credential | undefined)[],
    requests: [] as TransportRequest[],
    tokens: 0,
    now: 0,
    realmStatus: 401,
  };
  const answer = (
    status: number,
    body: unknown,
    headers = {},
  ): TransportResponse => ({ status, headers, body: json(body) });
  const transport = async (request: TransportRequest) => {
    state.requests.push(request);
    const header = request.headers?.authorization;
    if (new URL(request.url).pathname === '/token') {
      state.tokens += 1;
      return passwordOf(header) === state.good
        ? answer(200, { token: `t${state.tokens}`, expires_in: 3600 })
        : answer(state.realmStatus, {});
    }
    const fine = header?.startsWith('Bearer ')
      ? header === `Bearer t${state.tokens}`
      : header !== undefined && passwordOf(header) === state.good;
    return answer(fine ? 200 : 401, {}, { 'www-authenticate': challenge });
  };
  // Gives what it has; a refusal makes it take the next, if there is one.
  const credentials: CredentialProvider = async (_, context) => {
    state.given.push(context?.refused);
    if (context?.refused && state.credentials.length > 1) {
      state.credentials.shift();
    }
    return basic(state.credentials[0]);
  };
  const authenticator = new Authenticator({
    origin: ORIGIN,
    registry: 'r.io',
    transport,
    credentials,
    now: () => state.now,
  });
  const send = async (signal?: AbortSignal) =>
    (await authenticator.send({ ...REQUEST, signal }, SCOPE, transport))
      .response.status;
  return { state, send };
}

const BEARER = `Bearer realm="${ORIGIN}/token",service="r"`;

describe('a short-lived credential', () => {
  it.each<[string, string, number, number]>([
    ['a registry', 'Basic realm="r"', 401, 2],
    ['a realm', BEARER, 401, 3],
    ['a realm that forbids', BEARER, 403, 3],
    ['a realm after OAuth2', BEARER, 400, 3],
  ])(
    'is renewed once when %s refuses it',
    async (_, challenge, realmStatus, requests) => {
      const { state, send } = world(challenge);
      state.realmStatus = realmStatus;
      expect(await send()).toBe(200);
      // An hour later: the token has run out, and with it the password.
      state.now = 3_600_000;
      state.good = 'p2';
      state.credentials = ['p1', 'p2'];
      const before = state.requests.length;
      expect(await send()).toBe(200);
      expect(state.given.filter(Boolean)).toEqual([basic('p1')]);
      expect(state.requests).toHaveLength(before + requests);
    },
  );

  it('is not asked for again and again when there is no newer one', async () => {
    const { state, send } = world('Basic realm="r"');
    state.good = 'never';
    expect(await send()).toBe(401);
    expect(state.requests).toHaveLength(2);
    expect(state.given.filter(Boolean)).toHaveLength(1);
    const realm = world(BEARER);
    realm.state.good = 'never';
    await expect(realm.send()).rejects.toMatchObject({ code: 'unauthorized' });
    expect(realm.state.tokens).toBe(1);
  });

  it('is left alone when only its token was refused', async () => {
    const { state, send } = world(BEARER);
    expect(await send()).toBe(200);
    state.tokens += 1;
    expect(await send()).toBe(200);
    expect(state.given.filter(Boolean)).toEqual([]);
  });

  it('is not looked for endlessly by a provider that always has another', async () => {
    let count = 0;
    const requests: TransportRequest[] = [];
    const transport = async (request: TransportRequest) => {
      requests.push(request);
      const headers = { 'www-authenticate': 'Basic realm="r"' };
      return { status: 401, headers, body: json({}) };
    };
    const authenticator = new Authenticator({
      origin: ORIGIN,
      registry: 'r.io',
      transport,
      credentials: async () => basic(`p${(count += 1)}`),
      now: () => 0,
    });
    const { response } = await authenticator.send(REQUEST, SCOPE, transport);
    expect(response.status).toBe(401);
    expect(requests).toHaveLength(3);
  });
});

it('gives up the token request with the walk, and only with the last one', async () => {
  const asked: TransportRequest[] = [];
  const hanging = async (request: TransportRequest) => {
    if (new URL(request.url).pathname !== '/token') {
      const headers = { 'www-authenticate': BEARER };
      return { status: 401, headers, body: json({}) };
    }
    asked.push(request);
    return new Promise<TransportResponse>((_, reject) =>
      request.signal?.addEventListener('abort', () =>
        reject(new Error('aborted')),
      ),
    );
  };
  const signals: (AbortSignal | undefined)[] = [];
  const authenticator = new Authenticator({
    origin: ORIGIN,
    registry: 'r.io',
    transport: hanging,
    credentials: async (_, context) => {
      signals.push(context?.signal);
      return basic('p');
    },
    now: () => 0,
  });
  const walks = [new AbortController(), new AbortController()];
  const sent = walks.map(({ signal }) =>
    authenticator
      .send({ ...REQUEST, signal }, SCOPE, hanging)
      .catch(error => error.code),
  );
  while (asked.length === 0) {
    await new Promise(resolve => setImmediate(resolve));
  }
  expect(asked).toHaveLength(1);
  walks[0].abort();
  expect(await sent[0]).toBe('aborted');
  expect(asked[0].signal?.aborted).toBe(false);
  walks[1].abort();
  expect(await sent[1]).toBe('aborted');
  expect(asked[0].signal?.aborted).toBe(true);
  expect(signals).toEqual(walks.map(({ signal }) => signal));
});
