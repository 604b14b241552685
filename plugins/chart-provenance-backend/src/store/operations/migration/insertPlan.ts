import { Database } from '../../database';
import { PlanRow } from '../../rows';

/** Adds a plan. */
export async function insertPlan(
  database: Database,
  row: Omit<PlanRow, 'id'>,
): Promise<void> {
  await database('plans').insert(row);
}
