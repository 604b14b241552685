import {
  ChartSummary,
  EntityProvenance,
} from 'backstage-plugin-chart-provenance-common';
import { listEntityCharts } from '../operations/chart/listEntityCharts';
import { getEntityProblems } from '../operations/inventory/getEntityProblems';
import { getState } from '../operations/state/getState';
import { readChartSummary } from './readChartSummary';
import { StoreContext } from './StoreContext';

/** An entity's charts, most recently published first, and what is wrong with its claims. */
export async function readEntityProvenance(
  context: StoreContext,
  entityRef: string,
): Promise<EntityProvenance> {
  const { database } = context;
  const rows = await listEntityCharts(database, entityRef);
  const charts: ChartSummary[] = [];
  for (const row of rows) {
    charts.push(await readChartSummary(context, row));
  }
  return {
    entityRef,
    charts: charts.sort(byPublication),
    problems: await getEntityProblems(database, entityRef),
    catalogSeenAt: await getState(database, 'discovery.finishedAt'),
  };
}

/** Charts without a time of publication come last, in the order of their references. */
function byPublication(a: ChartSummary, b: ChartSummary): number {
  const [left, right] = [publishedAt(a), publishedAt(b)];
  if (left === right) {
    return a.reference < b.reference ? -1 : 1;
  }
  return left > right ? -1 : 1;
}

function publishedAt({ newest }: ChartSummary): string {
  return newest?.publishedAt ?? newest?.firstSeenAt ?? '';
}
