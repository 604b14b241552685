import { ConsumerRow } from 'backstage-plugin-chart-provenance-common';
import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { groupBy } from '../../groupBy';
import { getChart } from '../../operations/chart/getChart';
import { listCharts } from '../../operations/chart/listCharts';
import { chartsOfLegacy } from '../../operations/consumer/chartsOfLegacy';
import { ConsumerListRow } from '../../operations/consumer/ConsumerListRow';
import { listConsumersOfChart } from '../../operations/consumer/listConsumersOfChart';
import { listConsumersOfEntity } from '../../operations/consumer/listConsumersOfEntity';
import { listLegacyReleases } from '../../operations/legacy/listLegacyReleases';
import { ChartRow, fromJson } from '../../rows';
import { StoreContext } from '../StoreContext';
import { readChartUses } from './ChartUse';
import { consumerRowOf, StoredConsumer } from './consumerRowOf';
import { isOverdue } from './sourceProblemOf';

const DEFAULT_LIMIT = 2_000;
/** Rows read to be put in order; beyond it some are left out unseen. */
const MAX_ROWS = 10_000;

/** The consumers of a chart, as of now. See `ConsumerStore.consumersOf`. */
export async function readConsumersOf(
  context: StoreContext,
  chartId: string,
  limit = DEFAULT_LIMIT,
): Promise<ConsumerRow[]> {
  const { database } = context;
  const rows = await listConsumersOfChart(database, chartId, MAX_ROWS);
  const chart = await getChart(database, chartId);
  const shown = await show(context, rows, chart ? [chart] : [], () => chartId);
  return shown.slice(0, limit);
}

/** What an entity uses, as of now. See `ConsumerStore.consumersBy`. */
export async function readConsumersBy(
  context: StoreContext,
  entityRef: string,
): Promise<ConsumerRow[]> {
  const { database } = context;
  const rows = await listConsumersOfEntity(database, entityRef, MAX_ROWS);
  const own = rows.filter(row => row.entity_ref === entityRef);
  const became = new Map<string, string>();
  const legacyIds = own.flatMap(({ legacy_id }) => legacy_id ?? []);
  for (const row of await chartsOfLegacy(database, unique(legacyIds))) {
    if (!became.has(row.legacy_id)) {
      became.set(row.legacy_id, row.chart_id);
    }
  }
  const chartIdOf = ({ chart_id, legacy_id }: ConsumerListRow) =>
    chart_id ?? became.get(legacy_id ?? '') ?? null;
  const charts = await listCharts(
    database,
    unique(own.flatMap(row => chartIdOf(row) ?? [])),
  );
  const claimed = charts.filter(chart => chart.claimed);
  return show(context, own, claimed, chartIdOf);
}

async function show(
  context: StoreContext,
  rows: readonly ConsumerListRow[],
  charts: readonly ChartRow[],
  chartIdOf: (row: ConsumerListRow) => string | null,
): Promise<ConsumerRow[]> {
  const stored: StoredConsumer[] = rows.map(row => ({
    row,
    reading: fromJson<ObservedConsumer>(row.reading),
  }));
  const digests = stored.flatMap(({ reading }) => reading.runs?.digest ?? []);
  const uses = await readChartUses(context, charts, unique(digests));
  const releases = groupBy(
    await listLegacyReleases(
      context.database,
      unique(rows.flatMap(({ legacy_id }) => legacy_id ?? [])),
    ),
    ({ legacy_id }) => legacy_id,
  );
  return stored
    .map(consumer => {
      const { row } = consumer;
      const legacy = releases.get(row.legacy_id ?? '') ?? [];
      return consumerRowOf(consumer, {
        chart: uses.get(chartIdOf(row) ?? ''),
        legacyReleases: legacy.map(({ sort_key }) => sort_key),
        publicRoots: context.publicRoots,
        sourceStale: isUnread(row) || isOverdue(context, row.read_at),
      });
    })
    .sort(inOrderOf(context.environments));
}

/** The last reading of its source failed, or it cannot be read at all. */
function isUnread(row: ConsumerListRow): boolean {
  return row.unreadable !== null || row.last_attempt_at !== row.read_at;
}

/** By environment as configured, then by entity and name; what has none comes last. */
function inOrderOf(environments: readonly string[]) {
  const rank = ({ environment }: ConsumerRow) => {
    const at = environment === null ? -1 : environments.indexOf(environment);
    return at < 0 ? environments.length : at;
  };
  const key = ({ environment, entityRef, name, id }: ConsumerRow) => [
    environment ?? '\uffff',
    entityRef ?? '\uffff',
    name,
    id,
  ];
  return (a: ConsumerRow, b: ConsumerRow): number => {
    const byRank = rank(a) - rank(b);
    if (byRank !== 0) {
      return byRank;
    }
    const [left, right] = [key(a), key(b)];
    const at = left.findIndex((text, index) => text !== right[index]);
    if (at < 0) {
      return 0;
    }
    return left[at] < right[at] ? -1 : 1;
  };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
