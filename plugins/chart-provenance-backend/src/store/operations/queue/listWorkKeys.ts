import { Database } from '../../database';
import { WorkRow } from '../../rows';
import { WorkKind } from '../../types';

/** Reads the keys of all rows of a kind. */
export async function listWorkKeys(
  database: Database,
  kind: WorkKind,
): Promise<string[]> {
  const rows = await database<WorkRow>('work_queue')
    .where('kind', kind)
    .select('key');
  return rows.map(({ key }) => key);
}
