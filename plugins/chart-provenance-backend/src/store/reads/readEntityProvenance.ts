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
    const chart = await readChartSummary(context, row);
    if (!isGuess(chart)) {
      charts.push(chart);
    }
  }
  return {
    entityRef,
    charts: charts.sort(byPublication),
    problems: await getEntityProblems(database, entityRef),
    catalogSeenAt: await getState(database, 'discovery.finishedAt'),
  };
}

/** A placeholder fits most names there are: what only a placeholder makes a chart is one once something is published. */
function isGuess({ knownBy, counts }: ChartSummary): boolean {
  return (
    knownBy === 'convention' &&
    Object.values(counts).every(count => count === 0)
  );
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
