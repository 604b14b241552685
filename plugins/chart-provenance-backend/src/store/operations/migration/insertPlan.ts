import { Database } from '../../database';
import { PlanRow } from '../../rows';
import { ownerNow } from './ownerNow';

/** Adds a plan of the chart's present owner. */
export async function insertPlan(
  database: Database,
  row: Omit<PlanRow, 'id' | 'owner'>,
): Promise<void> {
  const owner = ownerNow(database, row.chart_id);
  await database('plans').insert({ ...row, owner });
}
