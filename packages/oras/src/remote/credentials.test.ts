import type { AuthOptions, Fault } from 'chart-provenance-dev-registry';
import { blob } from '../__testUtils__/fixtures';
import { closeRegistries, REPOSITORY } from '../__testUtils__/registry';
import {
  closeServers,
  CREDENTIAL,
  credentials,
  everything,
  layer,
  paths,
  seeded,
  serve,
} from '../__testUtils__/seeded';
import { testCertificate } from '../__testUtils__/testCertificate';
import { LOCAL } from '../__testUtils__/testServer';
import { anonymous, CredentialProvider } from '../auth/Credential';
import { RemoteRegistry } from './RemoteRegistry';
import { RemoteRepository } from './RemoteRepository';
import type { RemoteRepositoryOptions } from './RemoteRepositoryOptions';

afterEach(async () => {
  await closeRegistries();
  await closeServers();
});

describe('credentials', () => {
  const auth = { type: 'basic', username: 'u', password: 'secret' } as const;
  const toElsewhere = (host: string): Fault => ({
    kind: 'redirect',
    location: `https://${host}/blob?signed=1`,
  });

  it('stay behind when a blob is redirected to another host', async () => {
    const storage = await serve((_, response) => response.end(layer.bytes), {
      tls: true,
    });
    const { client, registry } = await seeded({
      auth,
      faults: [
        // The first answer asks for credentials.
        {
          match: ({ path, authorizationScheme }) =>
            paths.blob.test(path) && authorizationScheme === 'basic',
          fault: toElsewhere(storage.host),
        },
      ],
    });
    const repository = client(
      { credentials },
      {
        ca: testCertificate.cert,
        allowedHosts: [registry.host],
        hosts: { [storage.host]: { allowPrivateAddress: true } },
      },
    );
    expect(await repository.fetch(layer.descriptor)).toEqual(layer.bytes);
    expect(storage.requests).toHaveLength(1);
    expect(storage.requests[0].url).toBe('/blob?signed=1');
    expect(storage.requests[0].headers).not.toHaveProperty('authorization');
    expect(storage.requests[0].headers).not.toHaveProperty('cookie');
  });

  it('and no connection is made where the redirect leads inside', async () => {
    const inside = await serve((_, response) => response.end(layer.bytes));
    for (const host of [inside.host, `localhost:${inside.port}`]) {
      const { client } = await seeded({
        faults: [{ match: { path: paths.blob }, fault: toElsewhere(host) }],
      });
      await expect(client().fetch(layer.descriptor)).rejects.toMatchObject({
        code: 'egress-refused',
      });
    }
    expect(inside.connections()).toBe(0);
  });

  it('do not go to a token realm elsewhere, nor does anything', async () => {
    const realm = await serve((_, response) => response.end('{"token":"t"}'));
    const { client } = await seeded({
      faults: [
        { fault: { kind: 'realm', realm: `http://${realm.host}/token` } },
      ],
    });
    const repository = client(
      { credentials, realmHosts: [realm.host] },
      { hosts: { [realm.host]: LOCAL } },
    );
    await expect(everything(repository)).rejects.toMatchObject({
      code: 'egress-refused',
    });
    expect(realm.connections()).toBe(0);
  });

  it('do not follow an upload elsewhere', async () => {
    const evil = await serve((_, response) => response.writeHead(201).end());
    const registry = await serve((request, response) => {
      const location = `http://${evil.host}/upload`;
      response.writeHead(request.method === 'POST' ? 202 : 404, { location });
      response.end();
    });
    const repository = new RemoteRepository(`${registry.host}/a`, {
      ...LOCAL,
      credentials,
    });
    await expect(
      repository.push(layer.descriptor, layer.bytes),
    ).rejects.toMatchObject({ code: 'egress-refused' });
    expect(evil.connections()).toBe(0);
    expect(registry.requests.map(({ method }) => method)).toEqual([
      'HEAD',
      'POST',
    ]);
  });

  it('are not repeated in a message when the registry does', async () => {
    const registry = await serve((request, response) => {
      const { authorization = '' } = request.headers;
      const plain = Buffer.from(authorization.slice(6), 'base64').toString();
      const message = `${authorization} / ${plain} / secret\n\u001b[31mred ${'x'.repeat(
        999,
      )}`;
      response.writeHead(401, { 'www-authenticate': 'Basic realm="r"' });
      response.end(JSON.stringify({ errors: [{ code: 'DENIED', message }] }));
    });
    const repository = new RemoteRepository(`${registry.host}/a`, {
      ...LOCAL,
      credentials,
    });
    const error: Error = await repository.resolve('b').catch(e => e);
    expect(registry.requests).toHaveLength(2);
    expect(error).toMatchObject({ code: 'unauthorized', status: 401 });
    expect(error.message).toContain('DENIED');
    expect(error.message).not.toMatch(/secret|dTpzZWNyZXQ|[^ -~]/);
    expect(error.message.length).toBeLessThan(400);
  });

  const registries: [string, AuthOptions, RemoteRepositoryOptions][] = [
    ['basic', auth, { credentials }],
    ['tokens', { type: 'token', users: [auth] }, { credentials }],
    ['anonymous tokens', { type: 'token', users: [], anonymousPull: true }, {}],
  ];
  it.each(registries)(
    'read from a registry with %s',
    async (kind, how, options) => {
      const { registry, client } = await seeded({ auth: how });
      const repository = client(options);
      await everything(repository);
      await everything(repository);
      const tokens = registry.requests.filter(({ path }) => path === '/token');
      expect(tokens.length).toBe(kind === 'basic' ? 0 : 1);
      const refused = registry.requests.filter(({ status }) => status === 401);
      expect(refused).toHaveLength(1);
    },
  );

  it.each(registries.slice(0, 2))(
    'write to a registry with %s',
    async (_, how) => {
      const { client } = await seeded({ auth: how });
      const fresh = blob('new');
      const wrong = async () => ({ ...CREDENTIAL, password: 'wrong' });
      for (const options of [{}, { credentials: wrong }]) {
        await expect(
          client(options).push(fresh.descriptor, fresh.bytes),
        ).rejects.toMatchObject({ code: 'unauthorized' });
      }
      const repository = client({ credentials });
      await repository.push(fresh.descriptor, fresh.bytes);
      expect(await repository.fetch(fresh.descriptor)).toEqual(fresh.bytes);
    },
  );

  it('are renewed when a token runs out', async () => {
    let now = 0;
    const { registry, client } = await seeded({
      auth: { type: 'token', users: [CREDENTIAL], expirySeconds: 60 },
      now: () => now,
    });
    const repository = client({ credentials, now: () => now });
    await repository.resolve('1.0.0');
    now = 55_000;
    await repository.resolve('1.0.0');
    expect(registry.requests.filter(r => r.path === '/token')).toHaveLength(2);
    expect(registry.requests.filter(r => r.status === 401)).toHaveLength(1);
  });
});

it('shares what it learnt between the repositories of a registry', async () => {
  const { registry } = await seeded({
    auth: { type: 'token', users: [CREDENTIAL] },
  });
  const remote = new RemoteRegistry(registry.host, { ...LOCAL, credentials });
  await remote.repository(REPOSITORY).resolve('1.0.0');
  await remote.repository(REPOSITORY).resolve('1.0.0');
  expect(registry.requests.filter(r => r.path === '/token')).toHaveLength(1);
  expect(() => remote.repository('../x')).toThrow(/position/);
});

describe('ping', () => {
  it.each<[string, AuthOptions, CredentialProvider]>([
    ['nothing', { type: 'none' }, anonymous],
    [
      'Basic',
      { type: 'basic', username: 'u', password: 'secret' },
      credentials,
    ],
    ['a token', { type: 'token', users: [CREDENTIAL] }, credentials],
  ])('is let in with %s', async (_, auth, provider) => {
    const { registry } = await seeded({ auth });
    const options = { ...LOCAL, credentials: provider };
    await new RemoteRegistry(registry.host, options).ping();
    expect(registry.requests.at(-1)).toMatchObject({
      path: '/v2/',
      status: 200,
    });
    // A token for nothing in particular.
    expect(registry.requests.some(one => one.search.includes('scope'))).toBe(
      false,
    );
  });

  it('is refused', async () => {
    const { registry } = await seeded({
      auth: CREDENTIAL,
    });
    await expect(
      new RemoteRegistry(registry.host, LOCAL).ping(),
    ).rejects.toMatchObject({ code: 'unauthorized' });
  });
});
