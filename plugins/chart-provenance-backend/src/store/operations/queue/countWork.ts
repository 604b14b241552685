import { Database } from '../../database';
import { StoredStatus } from '../../types';

/** Counts what is due and what is leased at a moment (ISO). */
export async function countWork(
  database: Database,
  now: string,
): Promise<StoredStatus['queue']> {
  const isFree = () =>
    database('work_queue').where(free =>
      free.whereNull('leased_until').orWhere('leased_until', '<=', now),
    );
  const [due] = await isFree()
    .where('due_at', '<=', now)
    .select<{ count: number | string; oldest: string | null }[]>(
      database.raw('count(*) as count, min(due_at) as oldest'),
    );
  const [leased] = await database('work_queue')
    .where('leased_until', '>', now)
    .select<{ count: number | string }[]>(database.raw('count(*) as count'));
  return {
    due: Number(due.count),
    leased: Number(leased.count),
    oldestDueAt: due.oldest,
  };
}
