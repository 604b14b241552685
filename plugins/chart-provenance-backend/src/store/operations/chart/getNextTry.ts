import { Database } from '../../database';
import { NextTry } from '../../freshness';
import { chartKey } from '../../chartKey';

/** Reads when a chart is looked at next, and until when its registry is left alone. */
export async function getNextTry(
  database: Database,
  chartId: string,
): Promise<NextTry> {
  const row = await database('work_queue')
    .leftJoin('registry_hosts', 'registry_hosts.host', 'work_queue.host')
    .where('work_queue.key', chartKey(chartId))
    .first<
      | {
          due_at: string;
          backing_off_until: string | null;
          last_problem: string | null;
        }
      | undefined
    >(
      'work_queue.due_at',
      'registry_hosts.backing_off_until',
      'registry_hosts.last_problem',
    );
  return {
    dueAt: row?.due_at ?? null,
    backingOffUntil: row?.backing_off_until ?? null,
    hostProblem: row?.last_problem ?? null,
  };
}
