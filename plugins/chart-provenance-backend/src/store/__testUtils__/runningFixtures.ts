import {
  ConsumerRow,
  VerdictStatus,
} from 'backstage-plugin-chart-provenance-common';
import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { Knex } from 'knex';
import { ConsumerRecord } from '../ConsumerStore';
import { DatabaseChartStore } from '../DatabaseChartStore';
import {
  consumerOf,
  listSources,
  PROD,
  readingOf,
  readSource,
} from './consumerFixtures';
import { openStore, TEST_POLICY, TestClock } from './testDatabases';
import {
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  TestJudge,
  walkedVersion,
} from './walkFixtures';

/** All are verified, but for what a version says. The last one has no tag. */
const PUBLISHED = [
  '0.9.0',
  '1.0.0-rejected',
  '1.7.0',
  '1.8.0',
  '1.8.0+build',
  '1.9.0-rc.1',
  '1.9.0',
  '2.0.0',
  '2.1.0',
].map(version => walkedVersion(version));

/** A store in which `payments` is published, and one cluster is a source of consumers. */
export async function openWithPayments(
  knex: Knex,
  clock: TestClock,
): Promise<DatabaseChartStore> {
  const store = await openStore(knex, clock, [TEST_POLICY], undefined, {
    environments: ['prod', 'test'],
    consumerIntervalMs: 24 * 60 * 60_000,
  });
  await replaceInventory(store, [PAYMENTS]);
  await listSources(store, [PROD]);
  const statusOf = (version: string): VerdictStatus =>
    version.endsWith('rejected') ? 'rejected' : 'verified';
  const judge = new TestJudge(
    'inputs',
    ({ version }) => statusOf(version),
    clock,
  );
  const tags = PUBLISHED.slice(0, -1).map(({ digest, version }) =>
    tagAt(version.replace('+', '_'), digest),
  );
  await record(store, clock, { versions: PUBLISHED, tags }, { judge });
  return store;
}

/** A consumer with a status that says so. */
export function running(
  version: string | null,
  digest: string | null,
  about: Partial<ObservedConsumer> = {},
): ConsumerRecord {
  return consumerOf({ ...about, runs: { version, digest, since: null } });
}

/** What is shown of a chart's only consumer. */
export async function onlyRow(
  store: DatabaseChartStore,
  consumer: ConsumerRecord,
  chartId: string = PAYMENTS.chartId,
): Promise<ConsumerRow> {
  await readSource(store, readingOf([consumer]));
  const [row] = await store.consumers.consumersOf(chartId);
  return row;
}
