import { Database } from '../../database';
import { PlanRow } from '../../rows';
import { ownerNow } from './ownerNow';

/** Reads the last plan of a chart that its present owner made. */
export async function getPlan(
  database: Database,
  chartId: string,
): Promise<PlanRow | undefined> {
  return database<PlanRow>('plans')
    .where('chart_id', chartId)
    .where('owner', ownerNow(database, chartId))
    .orderBy('id', 'desc')
    .first();
}
