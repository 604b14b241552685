import { ConfigReader } from '@backstage/config';
import { startDevRegistry } from 'chart-provenance-dev-registry';
import { createEgressTransport, MemoryStore } from 'chart-provenance-oras';
import { read } from '../../__testUtils__/rawConfig';
import { RegistryTargets } from '../../registries';
import { listingKey } from '../../store';
import { leaseAgain } from '../../store/__testUtils__/consumerFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from '../../store/__testUtils__/testDatabases';
import { closeAll, closing, onLoopback } from './__testUtils__/listingOf';
import { createListing } from './createListing';

jest.setTimeout(60_000);
afterEach(closeAll);

const databases = createTestDatabases();

it.each(databases.eachSupportedId())(
  'what a registry listed stays until it lists to the end without it, on %s',
  async id => {
    const repositories = new Map(
      ['a', 'b'].map(name => [`acme/charts/${name}`, new MemoryStore()]),
    );
    const registry = closing(await startDevRegistry({ repositories }));
    const { host } = registry;
    const { config } = read({ registries: [onLoopback(host)] });
    const clock = new TestClock();
    const store = await openStore(await databases.init(id), clock);
    const deps = {
      providers: new Map(),
      rootConfig: new ConfigReader({}),
      env: {},
      now: () => clock.now().getTime(),
      openEgress: () =>
        createEgressTransport({
          proxy: 'none',
          hosts: { [host]: { allowPrivateAddress: true, plainHttp: true } },
        }),
    };
    const { handler, schedule } = createListing({
      ...config,
      deps,
      targets: closing(new RegistryTargets({ ...config, deps })),
      store: store.discovery,
      queue: store.queue,
      schedule: { intervalMs: 900_000 },
      logger: { info: () => {}, warn: () => {} },
      now: clock.now,
    });
    await schedule();
    const list = async () => {
      clock.advance(60_000);
      const lease = await leaseAgain(store, listingKey(host));
      await handler.handle(lease, new AbortController().signal);
      const listed = await store.discovery.listedRepositories();
      const [status] = await store.discovery.listings();
      return { names: listed.map(one => one.repository).sort(), status };
    };

    expect(await list()).toMatchObject({
      names: ['acme/charts/a', 'acme/charts/b'],
      status: { place: host, method: 'catalog', found: 2, problem: null },
    });
    repositories.delete('acme/charts/a');
    registry.setFaults([
      {
        match: ({ path }) => path === '/v2/_catalog',
        fault: { kind: 'status', status: 403 },
      },
    ]);
    expect(await list()).toMatchObject({
      names: ['acme/charts/a', 'acme/charts/b'],
      status: { problem: { fix: expect.stringMatching(/registry:catalog/) } },
    });
    registry.setFaults([]);
    expect(await list()).toMatchObject({
      names: ['acme/charts/b'],
      status: { found: 1, problem: null },
    });
  },
);
