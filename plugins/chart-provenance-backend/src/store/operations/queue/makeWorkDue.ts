import { Database } from '../../database';
import { WorkRow } from '../../rows';

/** Makes a row due now (ISO); one that is being worked on is marked to be done again. False when there is no such row. */
export async function makeWorkDue(
  database: Database,
  key: string,
  now: string,
): Promise<boolean> {
  const count = await database<WorkRow>('work_queue')
    .where('key', key)
    .update({
      due_at: database.raw('case when due_at < ? then due_at else ? end', [
        now,
        now,
      ]),
      rerun: database.raw('lease_token is not null'),
    });
  return count === 1;
}
