import { Database } from '../../database';
import { PlanRow } from '../../rows';

/** Reads the last plan of a chart. */
export async function getPlan(
  database: Database,
  chartId: string,
): Promise<PlanRow | undefined> {
  return database<PlanRow>('plans')
    .where('chart_id', chartId)
    .orderBy('id', 'desc')
    .first();
}
