import { IncomingMessage, ServerResponse } from 'node:http';
import { startDevRegistry } from 'chart-provenance-dev-registry';
import type { DevRegistryOptions } from 'chart-provenance-dev-registry';
import { closeServers, serve } from '../__testUtils__/seeded';
import { LOCAL } from '../__testUtils__/testServer';
import type { Credential } from '../auth/Credential';
import { createEgressTransport } from '../egress/createEgressTransport';
import { MemoryStore } from '../target/MemoryStore';
import type { RepositoryListOptions } from './listRepositories';
import { RemoteRegistry } from './RemoteRegistry';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.close()));
  await closeServers();
});

function client(host: string, credential: Credential = { type: 'none' }) {
  const transport = createEgressTransport({
    proxy: 'none',
    hosts: { [host]: LOCAL },
  });
  open.push(transport);
  return new RemoteRegistry(host, {
    plainHttp: true,
    transport,
    credentials: async () => credential,
  });
}

async function pagesOf(
  registry: RemoteRegistry,
  options: RepositoryListOptions = {},
) {
  const pages: string[][] = [];
  for await (const page of registry.repositories(options)) {
    pages.push(page);
  }
  return pages;
}

const NAMES = Array.from({ length: 7 }, (_, at) => `acme/charts/c${at}`);

async function devRegistry(options: Partial<DevRegistryOptions> = {}) {
  const repositories = new Map(NAMES.map(name => [name, new MemoryStore()]));
  const registry = await startDevRegistry({ repositories, ...options });
  open.push(registry);
  return registry;
}

it('lists page after page', async () => {
  const registry = await devRegistry();
  const pages = await pagesOf(client(registry.host), { pageSize: 3 });
  expect(pages.map(page => page.length)).toEqual([3, 3, 1]);
  expect(pages.flat()).toEqual(NAMES);
  const asked = registry.requests.map(({ path, search }) => path + search);
  expect(asked[0]).toBe('/v2/_catalog?n=3');
  expect(asked).toHaveLength(3);
});

it('asks for a token that may list, and for nobody else’s', async () => {
  const user = { username: 'u', password: 'secret', access: 'push' } as const;
  const registry = await devRegistry({
    auth: { type: 'token', users: [user] },
  });
  const remote = client(registry.host, { type: 'basic', ...user });
  expect((await pagesOf(remote)).flat()).toEqual(NAMES);
  await expect(
    remote.repository(NAMES[0]).resolve('1.0.0'),
  ).rejects.toMatchObject({ code: 'not-found' });
  await remote.ping();
  const scopes = registry.requests
    .filter(({ path }) => path === '/token')
    .map(({ search }) => new URLSearchParams(search).get('scope'));
  expect(scopes).toEqual([
    'registry:catalog:*',
    `repository:${NAMES[0]}:pull`,
    null,
  ]);
});

it('says that a registry does not list', async () => {
  const registry = await devRegistry({ repositories: () => undefined });
  await expect(pagesOf(client(registry.host))).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('leaves out what can be no repository', async () => {
  const names = ['ok/a', 'UPPER', '../x', 'a//b', '', 'x'.repeat(300), 'b'];
  const server = await serve((_, response) =>
    response.end(JSON.stringify({ repositories: names })),
  );
  expect(await pagesOf(client(server.host))).toEqual([['ok/a', 'b']]);
});

it.each(['{"repositories":[]}', '{"repositories":null}', '{}'])(
  'takes %s for none',
  async text => {
    const server = await serve((_, response) => response.end(text));
    expect(await pagesOf(client(server.host))).toEqual([[]]);
  },
);

const page = (names: unknown) => JSON.stringify({ repositories: names });
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

it.each<[string, Answer, string]>([
  [
    'no list',
    (_, r) => r.end('{"repositories":{"a":1}}'),
    'malformed-response',
  ],
  ['numbers', (_, r) => r.end(page([1, 2])), 'malformed-response'],
  ['no JSON', (_, r) => r.end('<html>'), 'malformed-response'],
  [
    'another host',
    (_, r) =>
      r
        .setHeader('link', '<https://evil.dev/v2/_catalog?n=1>; rel="next"')
        .end(page(['a'])),
    'egress-refused',
  ],
  [
    'another path',
    (_, r) =>
      r.setHeader('link', '</internal/users>; rel="next"').end(page(['a'])),
    'egress-refused',
  ],
  [
    'a circle',
    (_, r) =>
      r.setHeader('link', '</v2/_catalog?n=100>; rel="next"').end(page(['a'])),
    'malformed-response',
  ],
  [
    'no end',
    ({ url }, r) => {
      const last =
        Number(new URL(url ?? '', 'http://x').searchParams.get('last')) + 1;
      r.setHeader('link', `</v2/_catalog?last=${last}>; rel="next"`).end(
        page(['a']),
      );
    },
    'too-many',
  ],
  [
    'too many at once',
    (_, r) => r.end(page(Array(60_000).fill('a'))),
    'too-many',
  ],
  [
    'too much at once',
    (_, r) => r.writeHead(200, { 'content-length': 1e9 }).write('x'),
    'too-large',
  ],
  ['a refusal', (_, r) => r.writeHead(403).end(), 'denied'],
  ['405', (_, r) => r.writeHead(405).end(), 'unsupported'],
])('refuses %s', async (_, answer, code) => {
  const server = await serve(answer);
  await expect(
    pagesOf(client(server.host), { maxPages: 50 }),
  ).rejects.toMatchObject({ code });
});
