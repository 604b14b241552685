import { MemoryStore } from 'chart-provenance-oras';
import { RawAnswer, TestClient } from '../testing/TestClient';
import { closeRegistries, testRegistry } from '../testing/testRegistry';
import { TokenAuthOptions } from './AuthOptions';

const REPOSITORY = 'acme/charts/payments';
const TAGS = `/v2/${REPOSITORY}/tags/list`;
const UPLOADS = `/v2/${REPOSITORY}/blobs/uploads/`;
const PULL = `repository:${REPOSITORY}:pull`;

afterEach(closeRegistries);

function basic(username: string, password: string) {
  return {
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString(
      'base64',
    )}`,
  };
}

describe('basic', () => {
  const auth = { type: 'basic', username: 'ci', password: 's:ecret' } as const;

  it.each([
    [{}, 401],
    [basic('ci', 's:ecret'), 200],
    [basic('ci', 's'), 401],
    [basic('ci', ''), 401],
    [basic('other', 's:ecret'), 401],
    [{ authorization: 'Bearer s:ecret' }, 401],
    [{ authorization: 'Basic !' }, 401],
  ])('%j gets %i', async (headers, status) => {
    const { client } = await testRegistry({ auth });
    for (const path of ['/v2/', TAGS, '/v2/_catalog']) {
      const answer = await client.send('GET', path, { headers });
      expect(answer.status).toBe(status);
      expect(answer.headers['www-authenticate']).toBe(
        status === 401 ? 'Basic realm="dev-registry"' : undefined,
      );
    }
  });
});

describe('token', () => {
  const auth: TokenAuthOptions = {
    type: 'token',
    service: 'registry.acme',
    users: [
      { username: 'ci', password: 'secret' },
      { username: 'reader', password: 'secret', access: 'pull' },
    ],
  };

  async function start(
    options: Partial<TokenAuthOptions> = {},
    names = [REPOSITORY],
  ) {
    let time = 1_000_000;
    const { client, registry } = await testRegistry({
      auth: { ...auth, ...options },
      now: () => time,
      repositories: new Map(names.map(name => [name, new MemoryStore()])),
    });
    return { client, registry, pass: (ms: number) => (time += ms) };
  }

  function ask(client: TestClient, scope: string, headers = {}) {
    const query = new URLSearchParams({ service: 'registry.acme', scope });
    return client.send('GET', `/token?${query}`, { headers });
  }

  function bearer(answer: RawAnswer) {
    const { token } = JSON.parse(String(answer.body));
    return { authorization: `Bearer ${token}` };
  }

  it.each([
    ['GET', '/v2/', ''],
    ['GET', TAGS, `,scope="${PULL}"`],
    ['POST', UPLOADS, `,scope="${PULL},push"`],
    [
      'POST',
      `${UPLOADS}?mount=sha256:0&from=acme/base`,
      `,scope="${PULL},push repository:acme/base:pull"`,
    ],
    ['POST', `${UPLOADS}?from=x%22%20y`, `,scope="${PULL},push"`],
    [
      'DELETE',
      `/v2/${REPOSITORY}/manifests/x`,
      `,scope="repository:${REPOSITORY}:delete"`,
    ],
    ['GET', '/v2/_catalog', ',scope="registry:catalog:*"'],
  ])('challenges %s %s', async (method, path, scope) => {
    const { client, registry } = await start();
    const { headers } = await client.expect(401, method, path);
    expect(headers['www-authenticate']).toBe(
      `Bearer realm="${registry.url}/token",service="registry.acme"${scope}`,
    );
  });

  it('gives a token for the scopes asked for and no others', async () => {
    const { client } = await start();
    const headers = bearer(await ask(client, PULL, basic('ci', 'secret')));
    expect((await client.get(TAGS, headers)).status).toBe(200);
    expect((await client.get('/v2/', headers)).status).toBe(200);
    const refused = [
      await client.send('POST', UPLOADS, { headers }),
      await client.get('/v2/acme/other/tags/list', headers),
    ];
    for (const { status, headers: answered } of refused) {
      expect(status).toBe(401);
      expect(answered['www-authenticate']).toContain(
        'error="insufficient_scope"',
      );
    }
  });

  it('gives a reader no push', async () => {
    const { client } = await start();
    const scope = `${PULL},push`;
    const reader = bearer(await ask(client, scope, basic('reader', 'secret')));
    const ci = bearer(await ask(client, scope, basic('ci', 'secret')));
    const post = (headers: Record<string, string>) =>
      client.send('POST', UPLOADS, { headers });
    expect((await client.get(TAGS, reader)).status).toBe(200);
    expect((await post(reader)).status).toBe(401);
    expect((await post(ci)).status).toBe(202);
  });

  it.each([
    ['no credentials', {}, false, 401],
    ['no credentials where anybody may pull', {}, true, 200],
    ['a wrong password', basic('ci', 'wrong'), false, 401],
    [
      'a wrong password where anybody may pull',
      basic('ci', 'wrong'),
      true,
      401,
    ],
    ['an unknown user', basic('', ''), true, 401],
    ['the right ones', basic('ci', 'secret'), false, 200],
  ])('answers %s', async (_, headers, anonymousPull, status) => {
    const { client } = await start({ anonymousPull });
    expect((await ask(client, PULL, headers)).status).toBe(status);
  });

  it('gives anybody a pull token and never a push token', async () => {
    const { client } = await start({ anonymousPull: true });
    const headers = bearer(await ask(client, `${PULL},push`));
    expect((await client.get(TAGS, headers)).status).toBe(200);
    expect((await client.send('POST', UPLOADS, { headers })).status).toBe(401);
  });

  it('refuses a token that has expired or was never given', async () => {
    const { client, pass } = await start({ expirySeconds: 60 });
    const headers = bearer(await ask(client, PULL, basic('ci', 'secret')));
    pass(59_999);
    expect((await client.get(TAGS, headers)).status).toBe(200);
    pass(1);
    for (const authorization of [headers.authorization, 'Bearer guess']) {
      const answer = await client.get(TAGS, { authorization });
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toContain(
        'error="invalid_token"',
      );
    }
  });

  it('takes the password grant and then its refresh token', async () => {
    const { client } = await start();
    const post = (form: Record<string, string>) =>
      client.send('POST', '/token', {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: String(
          new URLSearchParams({
            service: 'registry.acme',
            scope: PULL,
            ...form,
          }),
        ),
      });
    const first = await post({
      grant_type: 'password',
      username: 'ci',
      password: 'secret',
      access_type: 'offline',
    });
    const { refresh_token, expires_in } = JSON.parse(String(first.body));
    expect(expires_in).toBe(300);
    const second = await post({ grant_type: 'refresh_token', refresh_token });
    expect((await client.get(TAGS, bearer(second))).status).toBe(200);
    const refused = [
      await post({ grant_type: 'refresh_token', refresh_token: 'guess' }),
      await post({ grant_type: 'password', username: 'ci', password: 'no' }),
      await post({ grant_type: 'other' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 400]);
  });

  it('mounts only from a repository the token may read', async () => {
    const { client, registry } = await start({}, ['acme/secret', REPOSITORY]);
    const token = async (scope: string) =>
      new TestClient(
        registry.url,
        bearer(await ask(client, scope, basic('ci', 'secret'))),
      );
    const secret = 'repository:acme/secret:pull,push';
    const digest = await (await token(secret)).pushBlob('acme/secret', 'chart');
    const mount = async (scope: string) => {
      const query = `?mount=${digest}&from=acme/secret`;
      return (await token(scope)).send('POST', UPLOADS + query);
    };
    const push = `${PULL},push`;
    expect((await mount(push)).status).toBe(202);
    expect((await mount(`${push} ${secret}`)).status).toBe(201);
  });

  it('looks nowhere for a blob to mount where the token may not read', async () => {
    const { client, registry } = await start({}, ['acme/secret', REPOSITORY]);
    const as = async (scope: string) =>
      new TestClient(
        registry.url,
        bearer(await ask(client, scope, basic('ci', 'secret'))),
      );
    const secret = await as('repository:acme/secret:pull,push');
    const digest = await secret.pushBlob('acme/secret', 'chart');
    const mount = `${UPLOADS}?mount=${digest}`;
    const blind = await as(`${PULL},push`);
    expect((await blind.send('POST', mount)).status).toBe(202);
    const seeing = await as(`${PULL},push repository:acme/secret:pull`);
    expect((await seeing.send('POST', mount)).status).toBe(201);
  });

  it('records the scheme of what came, on the token endpoint too', async () => {
    const { client, registry } = await start();
    await client.get(TAGS);
    const token = bearer(await ask(client, PULL, basic('ci', 'secret')));
    await client.get(TAGS, token);
    expect(
      registry.requests.map(r => [r.path, r.authorizationScheme, r.status]),
    ).toEqual([
      [TAGS, undefined, 401],
      ['/token', 'basic', 200],
      [TAGS, 'bearer', 200],
    ]);
  });
});
