import { Knex } from 'knex';
import {
  consumerOf,
  LATER,
  leaseAgain,
  LEGACY,
  legacyConsumerOf,
  listSources,
  PROD,
  readingOf,
  readSource,
} from './__testUtils__/consumerFixtures';
import {
  chartNamed,
  listed,
  recordListing,
} from './__testUtils__/discoveryFixtures';
import { entryOf, indexOf, readLegacy } from './__testUtils__/legacyFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  leaseRow,
  PAYMENTS,
  record,
  replaceInventory,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { DatabaseChartStore } from './DatabaseChartStore';
import { ListingReading } from './DiscoveryStore';
import { listingHost, listingKey } from './workKeys';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const HOST = PAYMENTS.registry;
const HOUR = 60 * 60_000;
const SHOP = 'component:default/shop';

describe.each(databases.eachSupportedId())('discovery on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
    await store.discovery.configureListings([HOST]);
  });

  const list = (reading: ListingReading) => recordListing(store, reading);
  const names = async () =>
    (await store.discovery.listedRepositories()).map(row => row.repository);
  const listLegacy = async (charts: string[]) => {
    await store.legacy.configure([LEGACY.url]);
    const entries = charts.flatMap(name =>
      ['1.0.0', '1.1.0'].map(version => entryOf(version, { name })),
    );
    await readLegacy(store, indexOf(entries, 'chartmuseum'));
  };

  it('lists registries that are configured, and keeps no walk from a registry that refuses listings', async () => {
    expect(await leaseRow(store, listingKey(HOST))).toMatchObject({
      kind: 'listing',
      host: listingHost(HOST),
    });
    await store.discovery.configureListings(['quay.io']);
    expect(await store.queue.makeRowDue(listingKey(HOST))).toBe(false);
    expect(await store.discovery.listings()).toEqual([
      {
        place: 'quay.io',
        kind: 'registry',
        method: 'names',
        found: 0,
        lastSuccessAt: null,
        problem: null,
      },
    ]);
    await store.discovery.configureListings([]);
    expect(await store.discovery.listings()).toEqual([]);
  });

  it('takes away what a complete listing no longer shows, and nothing else', async () => {
    await list(listed(['b', 'a', 'a', 'x'.repeat(300)]));
    expect(await names()).toEqual(['a', 'b']);
    const lastSuccessAt = clock.iso;
    clock.advance(HOUR);
    const since = clock.iso;
    await list(listed(['c'], false));
    expect(await names()).toEqual(['a', 'b', 'c']);
    clock.advance(HOUR);
    await list({ failure: { message: 'No answer.', fix: 'Look.' } });
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(await store.discovery.listings()).toEqual([
      {
        place: HOST,
        kind: 'registry',
        method: 'catalog',
        found: 3,
        lastSuccessAt,
        problem: { message: 'No answer.', fix: 'Look.', since },
      },
    ]);
    await list(listed(['c']));
    expect(await names()).toEqual(['c']);
    await list(listed(['c', 'a']));
    expect(await names()).toEqual(['a', 'c']);
    expect((await store.discovery.listings())[0]).toMatchObject({
      found: 2,
      lastSuccessAt: clock.iso,
      problem: null,
    });
  });

  it('writes nothing under a lost lease', async () => {
    const lease = await leaseAgain(store, listingKey(HOST));
    clock.advance(HOUR);
    await leaseAgain(store, listingKey(HOST));
    await expect(
      store.discovery.recordListing(HOST, listed(['a']), lease, LATER),
    ).rejects.toMatchObject({ code: 'lease-lost' });
    expect(await names()).toEqual([]);
  });

  it('keeps every mapping, and goes by the last of each chart', async () => {
    const mapping = (name: string, entityRef: string | null) => ({
      chartId: chartNamed(name).chartId,
      registry: HOST,
      repository: chartNamed(name).repository,
      entityRef,
      by: 'user:default/ops',
      at: clock.iso,
    });
    await store.discovery.addMappings([
      mapping('a', SHOP),
      mapping('b', SHOP),
      mapping('a', 'component:default/till'),
    ]);
    await expect(
      store.discovery.addMappings([
        mapping('c', SHOP),
        { ...mapping('d', SHOP), by: null as never },
      ]),
    ).rejects.toThrow();
    await store.discovery.addMappings([mapping('b', null)]);
    await replaceInventory(store, []);
    expect(await store.discovery.mappings()).toEqual([
      mapping('a', 'component:default/till'),
    ]);
    expect(await knex('mappings').select()).toHaveLength(4);
  });

  it('tells everything that consumers name, once, as they wrote it', async () => {
    await listSources(store, [PROD]);
    const target = {
      kind: 'oci',
      registry: 'docker.io',
      repository: 'bitnamicharts/redis',
    } as const;
    await readSource(
      store,
      readingOf([
        consumerOf({ name: 'a' }),
        consumerOf({ name: 'b' }),
        consumerOf({ name: 'c', target }, { chartId: null }),
        legacyConsumerOf({ name: 'd' }, { ...LEGACY, url: `${LEGACY.url}/` }),
        consumerOf(
          { name: 'e', target: { kind: 'templated' } },
          { chartId: null },
        ),
      ]),
    );
    const targets = await store.discovery.consumedTargets();
    expect(new Set(targets)).toEqual(
      new Set([
        { kind: 'oci', registry: HOST, repository: PAYMENTS.repository },
        target,
        { kind: 'legacy', ...LEGACY },
      ]),
    );
    expect(targets).toHaveLength(3);
  });

  it.each<[string, () => Promise<void>]>([
    [
      'a version',
      async () => {
        await record(
          store,
          clock,
          { versions: [walkedVersion('1.0.0')] },
          {
            chartId: chartNamed('guess').chartId,
            lease: await leaseAgain(
              store,
              `chart:${chartNamed('guess').chartId}`,
            ),
          },
        );
      },
    ],
    ['a listing', () => list(listed(['acme/charts/guess']))],
    [
      'a legacy chart',
      async () => {
        await listLegacy(['guess']);
        await store.legacy.replaceLocations([
          {
            chartId: chartNamed('guess').chartId,
            url: LEGACY.url,
            name: 'guess',
            knownBy: 'rule',
          },
        ]);
      },
    ],
    [
      'a consumer',
      async () => {
        await listSources(store, [PROD]);
        await readSource(
          store,
          readingOf([consumerOf({}, { chartId: chartNamed('guess').chartId })]),
        );
      },
    ],
  ])(
    'counts what a placeholder makes a chart once there is %s',
    async (_, appear) => {
      await replaceInventory(store, [
        chartNamed('guess', { knownBy: 'convention' }),
      ]);
      const owned = async () => (await store.discovery.counts()).owned;
      expect(await owned()).toBe(0);
      await appear();
      expect(await owned()).toBe(1);
      expect(await store.discovery.unclaimed()).toEqual([]);
    },
  );

  it('replaces places and owner keys with the inventory, or leaves them', async () => {
    const discover = async (rest: object) => {
      await store.queue.ensure([
        { key: 'discovery', kind: 'discovery', host: '' },
      ]);
      const lease = await leaseAgain(store, 'discovery');
      await store.inventory.replace(
        { charts: [PAYMENTS], entities: [], ...rest },
        lease,
        LATER,
      );
    };
    await discover({
      locations: [{ chartId: PAYMENTS.chartId, ...LEGACY, knownBy: 'rule' }],
      ownerKeys: [
        { key: 'kubernetes-id:shop', entityRef: SHOP },
        { key: 'x'.repeat(9_000), entityRef: SHOP },
      ],
    });
    await discover({});
    expect(await store.legacy.factsOf(PAYMENTS.chartId)).toMatchObject({
      name: LEGACY.name,
    });
    expect(await knex('owner_keys').select()).toHaveLength(1);
    await discover({ locations: [], ownerKeys: [] });
    expect(await store.legacy.factsOf(PAYMENTS.chartId)).toBeNull();
    expect(await knex('owner_keys').select()).toEqual([]);
    expect((await store.claimedCharts()).map(row => row.chartId)).toEqual([
      PAYMENTS.chartId,
    ]);
    await replaceInventory(store, []);
    expect(await store.claimedCharts()).toEqual([]);
  });
});
