import { Database } from '../../database';
import { SignOffRow } from '../../rows';
import { ownerNow } from './ownerNow';

/** Adds a sign-off; one of a chart is its present owner's. */
export async function insertSignOff(
  database: Database,
  row: Omit<SignOffRow, 'id' | 'owner'>,
): Promise<void> {
  const owner = row.chart_id === null ? null : ownerNow(database, row.chart_id);
  await database('sign_offs').insert({ ...row, owner });
}
