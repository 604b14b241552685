import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import {
  LATER,
  leaseAgain,
  LEGACY,
  listSources,
  PROD,
} from './__testUtils__/consumerFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import { PAYMENTS, replaceInventory } from './__testUtils__/walkFixtures';
import { chartKey } from './chartKey';
import { DatabaseChartStore } from './DatabaseChartStore';
import { legacyKey, listingKey, sourceKey, sourcesKey } from './workKeys';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const unreadable = { message: 'No.', fix: 'Mend it.' };

/** A row that a result is written to under a lease, and who takes row and lease away. */
const CASES: [
  name: string,
  key: string,
  table: string,
  prepare: (store: DatabaseChartStore) => Promise<() => Promise<unknown>>,
][] = [
  [
    'a chart that nobody claims any more',
    chartKey(PAYMENTS.chartId),
    'charts',
    async store => {
      await store.queue.ensure([
        { key: 'discovery', kind: 'discovery', host: '' },
      ]);
      const lease = await leaseAgain(store, 'discovery');
      const nothing = { charts: [], entities: [] };
      return () => store.inventory.replace(nothing, lease, LATER);
    },
  ],
  ...(
    [
      ['a source that is gone', []],
      ['a source that cannot be read any more', [{ ...PROD, unreadable }]],
    ] as const
  ).map(([name, sources]): (typeof CASES)[number] => [
    name,
    sourceKey(PROD.sourceId),
    'consumer_sources',
    async store => {
      const lease = await leaseAgain(store, sourcesKey('kubernetes'));
      return () =>
        store.consumers.replaceSources('kubernetes', sources, lease, LATER);
    },
  ]),
  [
    'a source of a provider that is gone',
    sourceKey(PROD.sourceId),
    'consumer_sources',
    async store => () => store.consumers.configureProviders([]),
  ],
  [
    'a legacy repository',
    legacyKey(LEGACY.url),
    'legacy_repositories',
    async store => () => store.legacy.configure([]),
  ],
  [
    'a registry to be listed',
    listingKey('quay.io'),
    'registry_listings',
    async store => () => store.discovery.configureListings([]),
  ],
];

describe.each(databases.eachSupportedId())('on %s', id => {
  it.each(CASES)(
    'whoever writes a result, and whoever takes away %s, do not wait for each other',
    async (_, key, table, prepare) => {
      const knex = await databases.init(id);
      const store = await openStore(knex, new TestClock());
      await replaceInventory(store, [PAYMENTS]);
      await listSources(store, [PROD]);
      await store.legacy.configure([LEGACY.url]);
      await store.discovery.configureListings(['quay.io']);
      const takeAway = await prepare(store);

      let taking: Promise<unknown> | undefined;
      const writing = knex.transaction(async tx => {
        expect(
          await tx('work_queue').where('key', key).forUpdate(),
        ).toHaveLength(1);
        taking = takeAway();
        // SQLite has one connection: there it waits for that, and not for a row.
        await (id === 'SQLITE_3' ? undefined : somebodyWaits(knex));
        expect(await tx(table).forUpdate()).toHaveLength(1);
      });
      await expect(writing).resolves.toBeUndefined();
      await expect(taking).resolves.not.toThrow();
      expect(await knex('work_queue').where('key', key)).toEqual([]);
    },
  );
});

async function somebodyWaits(knex: Knex): Promise<void> {
  for (;;) {
    const waiting = await knex('pg_stat_activity')
      .where('wait_event_type', 'Lock')
      .whereRaw('datname = current_database()')
      .select('pid');
    if (waiting.length > 0) {
      return;
    }
    await setTimeout(10);
  }
}
