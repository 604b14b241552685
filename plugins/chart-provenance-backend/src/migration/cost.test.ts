import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  consumerOf,
  legacyConsumerOf,
  LEGACY,
  listSources,
  PROD,
  readingOf,
  readSource,
} from '../store/__testUtils__/consumerFixtures';
import {
  entryOf,
  indexOf,
  readLegacy,
} from '../store/__testUtils__/legacyFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from '../store/__testUtils__/testDatabases';
import {
  digestOf,
  leaseChart,
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  walkedVersion,
} from '../store/__testUtils__/walkFixtures';
import { MigrationReader } from './MigrationReader';
import { PhaseKeeper } from './PhaseKeeper';

jest.setTimeout(120_000);

const databases = createTestDatabases();
/** What one chart may cost, however much there is of it: a fixed number of questions. */
const MOST_QUERIES = 20;
const CHARTS = Number(process.env.CHART_PROVENANCE_COST_CHARTS ?? 6);
const CONSUMERS = Number(process.env.CHART_PROVENANCE_COST_CONSUMERS ?? 120);
const VERSIONS = Number(process.env.CHART_PROVENANCE_COST_VERSIONS ?? 60);

const charts = Array.from({ length: CHARTS }, (_, n) => ({
  ...PAYMENTS,
  chartId: `chart${String(n).padStart(11, '0')}`,
  repository: `acme/charts/chart${n}`,
}));

/** How many questions are asked of the database, and how long all that takes. */
async function costOf(knex: Knex, work: () => Promise<void>) {
  let queries = 0;
  const count = () => {
    queries += 1;
  };
  knex.on('query', count);
  const startedAt = performance.now();
  await work();
  knex.removeListener('query', count);
  return { queries, ms: Math.round(performance.now() - startedAt) };
}

describe.each(databases.eachSupportedId())('keeping phases on %s', id => {
  it('asks a fixed number of questions of each chart', async () => {
    const knex = await databases.init(id);
    const clock = new TestClock();
    const store = await openStore(knex, clock);
    await replaceInventory(store, charts);
    const names = Array.from({ length: VERSIONS }, (_, n) => `1.${n}.0`);
    for (const chart of charts.slice(0, 2)) {
      await record(
        store,
        clock,
        {
          tags: names.map(tag => tagAt(tag, digestOf(tag))),
          versions: names.map(name => walkedVersion(name)),
        },
        { chartId: chart.chartId, lease: await leaseChart(store, chart) },
      );
    }
    await store.legacy.configure([LEGACY.url]);
    await store.legacy.replaceLocations(
      charts.map(({ chartId }, n) => ({
        chartId,
        url: LEGACY.url,
        name: `chart${n}`,
        knownBy: 'rule',
      })),
    );
    await readLegacy(
      store,
      indexOf(
        charts
          .slice(0, 2)
          .flatMap((_, n) =>
            names.map(name => entryOf(name, { name: `chart${n}` })),
          ),
      ),
    );
    await listSources(store, [PROD]);
    await readSource(
      store,
      readingOf(
        Array.from({ length: CONSUMERS }, (_, n) => {
          const { chartId } = charts[n % CHARTS];
          const name = `release-${n}`;
          return n % 3 === 0
            ? legacyConsumerOf(
                { name },
                { url: LEGACY.url, name: `chart${n % CHARTS}` },
              )
            : consumerOf({ name }, { chartId });
        }),
      ),
    );
    const keeper = new PhaseKeeper({
      charts: () => store.claimedCharts(),
      reader: new MigrationReader({
        migration: store.migration,
        legacy: store.legacy,
        consumers: store.consumers,
        checklist: [],
        now: clock.now,
      }),
      migration: store.migration,
      logger: mockServices.logger.mock(),
    });
    const { queries, ms } = await costOf(knex, () =>
      keeper.keep(new AbortController().signal),
    );
    process.stderr.write(
      `${id}: ${CHARTS} charts, ${CONSUMERS} consumers, ${VERSIONS} versions: ${queries} queries, ${ms} ms\n`,
    );
    expect(await knex('phases_reached').select()).toHaveLength(CHARTS);
    expect(queries).toBeLessThanOrEqual(CHARTS * MOST_QUERIES + 5);
  });
});
