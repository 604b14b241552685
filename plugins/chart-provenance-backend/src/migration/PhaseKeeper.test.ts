import { mockServices } from '@backstage/backend-test-utils';
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
} from '../store/__testUtils__/consumerFixtures';
import {
  entryOf,
  indexOf,
  legacyFailure,
  readLegacy,
} from '../store/__testUtils__/legacyFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from '../store/__testUtils__/testDatabases';
import {
  digestOf,
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  walkedVersion,
} from '../store/__testUtils__/walkFixtures';
import { DatabaseChartStore, sourcesKey } from '../store';
import { MigrationReader } from './MigrationReader';
import { PhaseKeeper } from './PhaseKeeper';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const MINUTE = 60_000;
const DEV = { ...PROD, sourceId: 'kubernetes:dev', cluster: 'dev' };
const SAME = entryOf('1.8.0', { digest: digestOf('layer 1.8.0') });

describe.each(databases.eachSupportedId())('phases kept on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  const walk = (tags: string[]) =>
    record(store, clock, {
      tags: tags.map(tag => tagAt(tag, digestOf(tag))),
      versions: [walkedVersion('1.8.0')],
    });

  const moveTo = (...urls: string[]) =>
    store.legacy.replaceLocations(
      urls.map(url => ({ chartId, url, name: LEGACY.name, knownBy: 'rule' })),
    );

  /** The chart is in both places, and nobody looked for consumers yet. */
  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
    await walk(['1.8.0']);
    await store.legacy.configure([LEGACY.url]);
    await moveTo(LEGACY.url);
    await readLegacy(store, indexOf([SAME]));
    await listSources(store, [PROD, DEV]);
  });

  const readerOf = (consumers: Partial<DatabaseChartStore['consumers']> = {}) =>
    new MigrationReader({
      ...store,
      migration: store.migration,
      legacy: store.legacy,
      consumers: {
        consumersOf: of => store.consumers.consumersOf(of),
        sources: () => store.consumers.sources(),
        unplaced: () => store.consumers.unplaced(),
        ...consumers,
      },
      checklist: [],
      now: clock.now,
    });

  /** Has the keeper look, and says what it has recorded by then. */
  async function kept(reader = readerOf()): Promise<string[]> {
    const keeper = new PhaseKeeper({
      charts: () => store.claimedCharts(),
      reader,
      migration: store.migration,
      logger: mockServices.logger.mock(),
    });
    await keeper.keep(new AbortController().signal);
    const rows = await knex('phases_reached').orderBy('phase').select('phase');
    return rows.map(({ phase }) => phase);
  }

  const readBoth = async () => {
    await readSource(store, readingOf([]), DEV);
    await readSource(store, readingOf([consumerOf()]));
  };

  it('records what is seen', async () => {
    expect(await kept()).toEqual(['dualPublishing']);
    await readBoth();
    expect(await kept()).toEqual(['cutOver', 'dualPublishing']);
  });

  it('is not misled by a reading between two questions', async () => {
    await readSource(store, readingOf([]), DEV);
    const reader = readerOf({
      consumersOf: async of => {
        const before = await store.consumers.consumersOf(of);
        await readSource(store, readingOf([legacyConsumerOf()]));
        return before;
      },
    });
    expect(await kept(reader)).toEqual(['dualPublishing']);
  });

  it('waits for the place to which a consumer may have moved', async () => {
    await readSource(store, readingOf([legacyConsumerOf()]));
    await readSource(store, readingOf([]), DEV);
    clock.advance(5 * MINUTE);
    await readSource(store, readingOf([]));
    expect(await kept()).toEqual(['dualPublishing']);
    clock.advance(MINUTE);
    await readSource(
      store,
      readingOf([legacyConsumerOf({ cluster: 'dev' })]),
      DEV,
    );
    expect(await kept()).toEqual(['dualPublishing']);
    await readSource(store, readingOf([]), DEV);
    clock.advance(MINUTE);
    await readBoth();
    expect(await kept()).toEqual(['cutOver', 'dualPublishing']);
  });

  it('waits for a place that was read before a source with a consumer was taken away', async () => {
    await readSource(store, readingOf([legacyConsumerOf()]));
    await readSource(store, readingOf([]), DEV);
    clock.advance(MINUTE);
    await listSources(store, [DEV]);
    expect(await kept()).toEqual(['dualPublishing']);
    await readSource(store, readingOf([]), DEV);
    expect(await kept()).toEqual(['cutOver', 'dualPublishing']);
  });

  it('takes a provider that lists nothing for a place where nobody looked', async () => {
    const GIT = { ...PROD, sourceId: 'git:apps', provider: 'git' };
    await readBoth();
    await store.consumers.configureProviders(['kubernetes', 'git']);
    await listSourcesOf('kubernetes', []);
    await listSourcesOf('git', [GIT]);
    clock.advance(MINUTE);
    await readSource(store, readingOf([]), GIT);
    expect(await kept()).toEqual(['dualPublishing']);
    await listSourcesOf('kubernetes', [PROD]);
    await readSource(store, readingOf([]));
    expect(await kept()).toEqual(['cutOver', 'dualPublishing']);
    expect(
      (await store.consumers.sources()).map(source => source.id).sort(),
    ).toEqual(['git:apps', 'kubernetes:prod']);
  });

  it('counts consumers of which nobody knows from where they take a chart of that name', async () => {
    await readSource(store, readingOf([]), DEV);
    const unresolved = (written: string) =>
      readingOf([
        {
          ...legacyConsumerOf({
            written,
            target: { kind: 'unresolved', message: 'Not seen.' },
          }),
          legacy: null,
        },
      ]);
    await readSource(store, unresolved('shop-charts payments 1.8.0'));
    expect(await kept()).toEqual(['dualPublishing']);
    await readSource(store, unresolved('shop-charts payments-ui 1.8.0'));
    expect(await kept()).toEqual(['cutOver', 'dualPublishing']);
  });

  it('does not retire a chart for an index or an answer that was wrong for a while', async () => {
    await readBoth();
    await readLegacy(store, indexOf([]));
    expect(await kept()).toEqual(['notStarted']);
    clock.advance(MINUTE);
    await readLegacy(store, indexOf([SAME]));
    await readLegacy(store, legacyFailure(true));
    clock.advance(60 * MINUTE);
    await readLegacy(store, legacyFailure(false));
    await readBoth();
    await walk(['1.8.0']);
    expect(await kept()).not.toContain('retired');
    await readLegacy(store, legacyFailure(true));
    expect(await kept()).toContain('retired');
  });

  it('keeps what could not be read for listed', async () => {
    await readBoth();
    const unread = { ...indexOf([]), uncertain: ['payments'] };
    await readLegacy(store, unread);
    clock.advance(50 * MINUTE);
    await readLegacy(store, { ...unread, uncertain: 'all' });
    expect((await store.legacy.factsOf(chartId))?.versions).toMatchObject([
      { version: '1.8.0', present: true },
    ]);
    await readLegacy(store, { ...unread, uncertain: ['payments-ui'] });
    expect((await store.legacy.factsOf(chartId))?.versions).toMatchObject([
      { version: '1.8.0', present: false },
    ]);
  });

  it('says nothing of a registry from which every tag was taken', async () => {
    await readBoth();
    await walk([]);
    expect(await kept()).toEqual(['notStarted']);
  });

  it('does not hold a phase of another legacy repository, nor record what it holds', async () => {
    await kept();
    await readBoth();
    await kept();
    await moveTo('https://elsewhere.dev');
    const facts = await readerOf().facts(PAYMENTS);
    expect(facts?.reached).toEqual({});
    expect(await kept()).toEqual(['cutOver', 'dualPublishing', 'notStarted']);
    await moveTo();
    expect(
      Object.keys((await readerOf().facts(PAYMENTS))?.reached ?? {}),
    ).toEqual(expect.arrayContaining(['cutOver', 'dualPublishing']));
    expect(await kept()).toHaveLength(3);
    await moveTo(LEGACY.url);
    clock.advance(3 * 24 * 60 * MINUTE);
    expect(await kept()).toHaveLength(3);
  });

  async function listSourcesOf(provider: string, sources: (typeof PROD)[]) {
    const lease = await leaseAgain(store, sourcesKey(provider));
    await store.consumers.replaceSources(provider, sources, lease, LATER);
  }
});
