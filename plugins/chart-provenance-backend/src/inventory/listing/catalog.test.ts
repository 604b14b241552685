import { startDevRegistry } from 'chart-provenance-dev-registry';
import {
  createEgressTransport,
  EgressOptions,
  MemoryStore,
  RemoteRepository,
} from 'chart-provenance-oras';
import {
  debianRegistry,
  HTPASSWD,
  notRunnable,
  USER,
} from '../../registries/__testUtils__/debianRegistry';
import { jwtRealm } from '../../registries/__testUtils__/jwtRealm';
import { testCertificate } from '../../registries/__testUtils__/testCertificate';
import {
  Answer,
  Arrived,
  testServer,
} from '../../registries/__testUtils__/testServer';
import {
  closeAll,
  closing,
  listingOf,
  onLoopback,
} from './__testUtils__/listingOf';

afterEach(closeAll);

const CHARTS = ['acme/charts/ledger', 'acme/charts/payments'];
const OTHERS = ['acme/images/web', 'other/charts/x', 'acme/charts/deep/er'];

const serve = async (answer: (request: Arrived) => Answer) =>
  closing(await testServer(answer));

describe('the development registry', () => {
  it('is listed to its end, and only what rules match is kept', async () => {
    const many = Array.from({ length: 250 }, (_, at) => `noise/n${at}`);
    const names = [...CHARTS, ...OTHERS, ...many];
    const registry = closing(
      await startDevRegistry({
        repositories: new Map(names.map(name => [name, new MemoryStore()])),
      }),
    );
    const { reading, next, scheduled, onListed } = await listingOf(
      onLoopback(registry.host),
    );
    expect(reading).toEqual({
      method: 'catalog',
      repositories: CHARTS,
      complete: true,
    });
    expect(next).toEqual({ dueAt: '2026-11-23T00:15:00.000Z', problem: null });
    expect([scheduled, onListed]).toEqual([[registry.host], [registry.host]]);
    const pages = registry.requests.filter(
      ({ path }) => path === '/v2/_catalog',
    );
    expect(pages).toHaveLength(3);
  });

  it('that does not list has names only, and removes nothing', async () => {
    const registry = closing(
      await startDevRegistry({ repositories: () => undefined }),
    );
    const { reading, next } = await listingOf(onLoopback(registry.host));
    expect(reading).toEqual({
      method: 'names',
      repositories: [],
      complete: false,
    });
    expect(next.problem).toBeNull();
    const asked = await listingOf(
      onLoopback(registry.host, { listing: 'catalog' }),
    );
    expect(asked.reading).toEqual({
      failure: {
        message: expect.stringMatching(/HTTP 404/),
        fix: expect.stringMatching(/listing: none/),
      },
    });
  });
});

const runnable = notRunnable ? describe.skip : describe;
runnable(
  `Debian's docker-registry${notRunnable ? `: ${notRunnable}` : ''}`,
  () => {
    const publish = async (
      host: string,
      name: string,
      credential: { username: string; password: string },
      realmHosts: string[] = [],
    ) => {
      const local = { allowPrivateAddress: true, plainHttp: true };
      const hosts = Object.fromEntries(
        [host, ...realmHosts].map(one => [one, local]),
      );
      const transport = closing(
        createEgressTransport({
          hosts,
          proxy: 'none',
          ca: testCertificate.cert,
        }),
      );
      const repository = new RemoteRepository(`${host}/${name}`, {
        ...{ transport, plainHttp: true, realmHosts },
        credentials: async () => ({ type: 'basic', ...credential }),
      });
      const content = Buffer.from('{}');
      const config = {
        mediaType: 'application/vnd.oci.empty.v1+json',
        digest:
          'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
        size: 2,
      } as const;
      await repository.push(config, content);
    };

    it('with a password file', async () => {
      const { host } = closing(await debianRegistry(HTPASSWD));
      for (const name of [...CHARTS, 'acme/images/web']) {
        await publish(host, name, USER);
      }
      const right = await listingOf(
        onLoopback(host, { auth: { type: 'basic', ...USER } }),
      );
      expect(right.reading).toEqual({
        method: 'catalog',
        repositories: CHARTS,
        complete: true,
      });
      const wrong = await listingOf(onLoopback(host));
      expect(wrong.reading).toEqual({
        failure: {
          message: expect.stringMatching(/HTTP 401/),
          fix: expect.stringMatching(/administrator/),
        },
      });
      expect(wrong.next.problem).toMatchObject({
        code: 'registry-denied',
        side: 'registry',
      });
    });

    it('with tokens, which are asked for listing alone', async () => {
      const realm = closing(
        await jwtRealm({ ci: ['pull', 'push'], lister: ['*'] }),
      );
      const { host } = closing(await debianRegistry(realm.auth));
      const realmHosts = [realm.host];
      for (const name of CHARTS) {
        await publish(
          host,
          name,
          { username: 'ci', password: 'x' },
          realmHosts,
        );
      }
      realm.state.scopes = [];
      const openEgress = (options: EgressOptions) =>
        createEgressTransport({
          ...options,
          proxy: 'none',
          ca: testCertificate.cert,
        });
      const as = (username: string) =>
        listingOf(
          onLoopback(host, {
            realmHosts,
            auth: { type: 'basic', username, password: 'x' },
          }),
          { openEgress },
        );
      expect((await as('lister')).reading).toMatchObject({
        repositories: CHARTS,
      });
      expect((await as('ci')).reading).toMatchObject({
        failure: { fix: expect.stringMatching(/registry:catalog/) },
      });
      expect(new Set(realm.state.scopes)).toEqual(
        new Set(['registry:catalog:*']),
      );
    });
  },
);

describe('stands registries that mean harm', () => {
  const V2: Answer = {
    status: 200,
    headers: { 'docker-distribution-api-version': 'registry/2.0' },
  };
  const catalog = (answer: (request: Arrived) => Answer) =>
    serve(request => (request.url.pathname === '/v2/' ? V2 : answer(request)));
  const body = { repositories: CHARTS };

  it.each<[string, (request: Arrived) => Answer, RegExp]>([
    [
      'a link to another host',
      () => ({
        status: 200,
        headers: { link: '<https://evil.dev/v2/_catalog>; rel="next"' },
        body,
      }),
      /otherwise/,
    ],
    [
      'pages without end',
      ({ url }) => {
        const last = Number(url.searchParams.get('last') ?? 0) + 1;
        return {
          status: 200,
          headers: { link: `</v2/_catalog?last=${last}>; rel="next"` },
          body,
        };
      },
      /more than is read/,
    ],
    [
      'names without end',
      () => ({
        status: 200,
        body: { repositories: Array(50_001).fill(CHARTS[0]) },
      }),
      /more than is read/,
    ],
    ['a page', () => ({ status: 200, body: '<html>' }), /otherwise/],
    [
      'a redirect to a private address',
      () => ({
        status: 302,
        headers: { location: 'https://10.0.0.1/v2/_catalog' },
      }),
      /otherwise/,
    ],
    ['a failure that lasts', () => ({ status: 501 }), /./],
  ])(
    '%s',
    async (_, answer, message) => {
      const server = await catalog(answer);
      const { reading, onListed } = await listingOf(
        onLoopback(server.host, { listing: 'catalog' }),
      );
      expect(reading).toEqual({
        failure: {
          message: expect.stringMatching(message),
          fix: expect.stringMatching(/\.$/),
        },
      });
      expect(JSON.stringify(reading)).not.toMatch(/evil|10\.0\.0\.1/);
      expect(onListed).toEqual([]);
    },
    60_000,
  );

  it('keeps what a later page failed after', async () => {
    const server = await catalog(({ url }) =>
      url.searchParams.has('last')
        ? { status: 403 }
        : {
            status: 200,
            headers: { link: '</v2/_catalog?last=a>; rel="next"' },
            body,
          },
    );
    const { reading } = await listingOf(onLoopback(server.host));
    expect(reading).toEqual({
      failure: expect.objectContaining({
        message: expect.stringMatching(/HTTP 403/),
      }),
    });
  });

  it('waits for one that asks to be left alone', async () => {
    const server = await catalog(() => ({
      status: 429,
      headers: { 'retry-after': '3600' },
    }));
    const { next, backedOff } = await listingOf(onLoopback(server.host));
    expect(next.problem).toMatchObject({
      code: 'registry-limited',
      retryAfterMs: 3_600_000,
    });
    expect(next.dueAt).toBe('2026-11-23T01:00:00.000Z');
    // Under a name of its own: the charts there are walked all the same.
    expect(backedOff).toEqual([`listing:${server.host}`]);
  });

  it('writes nothing when it is stopped', async () => {
    const stop = new AbortController();
    const server = await catalog(() => {
      stop.abort();
      return { status: 200, body };
    });
    const { written, failed } = await listingOf(onLoopback(server.host), {
      signal: stop.signal,
    });
    expect(written).toEqual([]);
    expect(failed).toMatchObject({ name: 'AbortError' });
  });
});
