import { Knex } from 'knex';
import {
  consumerOf,
  LATER,
  legacyConsumerOf,
  LEGACY,
  listSources,
  PROD,
  readingOf,
  readSource,
} from './__testUtils__/consumerFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  digestOf,
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { ConsumerRecord } from './ConsumerStore';
import { DatabaseChartStore } from './DatabaseChartStore';
import { ChartRecord } from './types';

jest.setTimeout(180_000);

const databases = createTestDatabases();
const CLUSTERS = 12;
const PER_CLUSTER = 1_000;
const CHARTS: ChartRecord[] = Array.from({ length: 180 }, (_, i) => ({
  ...PAYMENTS,
  chartId: `chart${String(i).padStart(11, '0')}`,
  repository: `acme/charts/c${i}`,
  owner: i < 20 ? null : `component:default/c${i}`,
}));
const VERSIONS = Array.from({ length: 50 }, (_, i) =>
  walkedVersion(`1.${i}.0`),
);

/** Fifty consumers of each cluster are of `payments`, of which one in ten uses the legacy repository still. */
function consumerAt(cluster: number, i: number): ConsumerRecord {
  const about = {
    name: `svc-${i}`,
    runs: { version: null, digest: digestOf(`1.${i % 50}.0`), since: null },
    labels: { 'app.kubernetes.io/name': `svc-${i % 600}` },
  };
  const ownerKeys = [`argocd-app:none-${i}`, `kubernetes-id:svc-${i % 600}`];
  const rest = { ownerKeys, environment: cluster % 2 ? 'prod' : 'test' };
  if (i >= 50) {
    const { chartId, registry, repository } = CHARTS[i % CHARTS.length];
    const target = { kind: 'oci' as const, registry, repository };
    return { ...consumerOf({ ...about, target }), chartId, ...rest };
  }
  return i % 10 === 0
    ? { ...legacyConsumerOf(about), ...rest }
    : { ...consumerOf(about), ...rest };
}

describe.each(databases.eachSupportedId())('a large estate on %s', id => {
  let knex: Knex;
  let store: DatabaseChartStore;
  const clock = new TestClock();
  const sources = Array.from({ length: CLUSTERS }, (_, cluster) => ({
    ...PROD,
    sourceId: `kubernetes:c${cluster}`,
    title: `Cluster c${cluster}`,
  }));
  const readAll = async () => {
    for (const [cluster, source] of sources.entries()) {
      const consumers = Array.from({ length: PER_CLUSTER }, (_, i) =>
        consumerAt(cluster, i),
      );
      await readSource(store, readingOf(consumers), source);
    }
  };

  beforeAll(async () => {
    knex = await databases.init(id);
    store = await openStore(knex, clock, undefined, undefined, {
      environments: ['prod', 'test'],
    });
    await replaceInventory(store, [PAYMENTS, ...CHARTS]);
    await knex('work_queue').update({ due_at: LATER.dueAt });
    await listSources(store, sources);
    await store.legacy.replaceLocations([
      { chartId: PAYMENTS.chartId, ...LEGACY, knownBy: 'rule' },
    ]);
    await store.discovery.replaceOwnerKeys(
      Array.from({ length: 600 }, (_, i) => ({
        key: `kubernetes-id:svc-${i}`,
        entityRef: `component:default/svc-${i}`,
      })),
    );
    await record(store, clock, {
      versions: VERSIONS,
      tags: VERSIONS.map(({ version, digest }) => tagAt(version, digest)),
    });
    await readAll();
  });

  /** Milliseconds and number of queries of a call. */
  const measure = async <T>(call: () => Promise<T>) => {
    let queries = 0;
    const count = () => {
      queries += 1;
    };
    knex.on('query', count);
    const started = performance.now();
    const answer = await call();
    knex.removeListener('query', count);
    return { answer, queries, ms: performance.now() - started };
  };

  it('reads the 600 consumers of one chart in a fixed number of queries', async () => {
    const { answer, queries, ms } = await measure(() =>
      store.consumers.consumersOf(PAYMENTS.chartId),
    );
    expect(answer).toHaveLength(600);
    expect(answer.filter(row => row.from === 'legacy')).toHaveLength(60);
    expect(answer.find(row => row.from === 'oci')).toMatchObject({
      environment: 'prod',
      entityRef: 'component:default/svc-1',
      runs: { verdict: { status: 'unsigned' } },
    });
    expect(queries).toBeLessThanOrEqual(6);
    expect(ms).toBeLessThan(2_000);
  });

  it('reads what one of 600 entities uses in a fixed number of queries', async () => {
    const { answer, queries, ms } = await measure(() =>
      store.consumers.consumersBy('component:default/svc-7'),
    );
    expect(answer).toHaveLength(2 * CLUSTERS);
    expect(queries).toBeLessThanOrEqual(6);
    expect(ms).toBeLessThan(2_000);
  });

  it('reads 12,000 unchanged consumers again without writing them', async () => {
    let writes = 0;
    const count = ({ sql }: { sql: string }) => {
      writes += /^(insert into|update|delete from) .consumers./i.test(sql)
        ? 1
        : 0;
    };
    knex.on('query', count);
    const { ms } = await measure(readAll);
    knex.removeListener('query', count);
    expect(writes).toBe(0);
    expect(ms).toBeLessThan(10_000);
    const [{ rows }] = await knex('consumers').count({ rows: '*' });
    expect(Number(rows)).toBe(CLUSTERS * PER_CLUSTER);
  });

  it('finds what nobody owns in a number of queries that does not grow with it', async () => {
    const { answer, queries, ms } = await measure(() =>
      store.discovery.unclaimed(),
    );
    expect(answer).toHaveLength(20);
    expect(answer[0].deployedBy.length).toBeGreaterThan(0);
    expect(queries).toBeLessThanOrEqual(12);
    expect(ms).toBeLessThan(3_000);
    const counts = await measure(() => store.discovery.counts());
    expect(counts.answer).toEqual({
      charts: 181,
      owned: 161,
      unclaimed: 20,
      conflicts: 0,
    });
    expect(counts.ms).toBeLessThan(2_000);
  });

  it('tells how its sources and its migration stand at once', async () => {
    const status = await measure(() => store.consumers.sources());
    expect(status.answer.map(source => source.consumers)).toEqual(
      sources.map(() => PER_CLUSTER),
    );
    expect(status.queries).toBe(2);
    const last = await measure(() =>
      store.migration.lastLegacyConsumerAt(PAYMENTS.chartId),
    );
    expect(last.answer).toBe(clock.iso);
    expect(status.ms + last.ms).toBeLessThan(1_000);
  });
});
