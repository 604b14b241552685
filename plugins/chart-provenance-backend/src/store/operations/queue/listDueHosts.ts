import { Database } from '../../database';
import { WorkKind } from '../../types';

/** Reads the hosts that have free, due rows and are not backing off at that time (ISO); the one waiting longest first. Of some kinds only, when told. */
export async function listDueHosts(
  database: Database,
  now: string,
  kinds?: readonly WorkKind[],
): Promise<string[]> {
  const query = database('work_queue');
  if (kinds) {
    query.whereIn('work_queue.kind', kinds);
  }
  const rows = await query
    .leftJoin('registry_hosts', 'registry_hosts.host', 'work_queue.host')
    .where('work_queue.due_at', '<=', now)
    .where(free =>
      free
        .whereNull('work_queue.leased_until')
        .orWhere('work_queue.leased_until', '<=', now),
    )
    .where(answering =>
      answering
        .whereNull('registry_hosts.backing_off_until')
        .orWhere('registry_hosts.backing_off_until', '<=', now),
    )
    .groupBy('work_queue.host')
    .orderByRaw('min(work_queue.due_at)')
    .select<{ host: string }[]>('work_queue.host');
  return rows.map(row => row.host);
}
