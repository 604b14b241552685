import { chunk } from '../../chunk';
import { Database } from '../../database';
import { WorkRow } from '../../rows';

/** Adds missing rows, due now (ISO). Rows that are there are left as they are. */
export async function ensureWork(
  database: Database,
  rows: Pick<WorkRow, 'key' | 'kind' | 'host'>[],
  now: string,
): Promise<void> {
  for (const some of chunk(rows)) {
    await database<WorkRow>('work_queue')
      .insert(
        some.map(({ key, kind, host }) => ({
          key,
          kind,
          host,
          due_at: now,
          rerun: false,
          attempts: 0,
        })),
      )
      .onConflict('key')
      .ignore();
  }
}
