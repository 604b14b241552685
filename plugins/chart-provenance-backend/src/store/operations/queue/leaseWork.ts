import { Database, isPostgres } from '../../database';
import { WorkRow } from '../../rows';
import { WorkKind } from '../../types';

/** Which rows to lease, at what time (ISO) and until when. */
export interface LeaseWorkOptions {
  host: string;
  limit: number;
  /** All unless told. */
  kinds?: readonly WorkKind[];
  now: string;
  until: string;
  token: () => string;
}

/**
 * Leases due rows of one host. Rows that another transaction is leasing right now are skipped, not waited for; a lease that
 * has run out is taken over under a new token, so that its former holder can no longer write.
 */
export async function leaseWork(
  tx: Database,
  options: LeaseWorkOptions,
): Promise<WorkRow[]> {
  const query = tx<WorkRow>('work_queue')
    .where('host', options.host)
    .where('due_at', '<=', options.now)
    .where(free =>
      free.whereNull('leased_until').orWhere('leased_until', '<=', options.now),
    )
    .orderBy('due_at')
    .orderBy('key')
    .limit(options.limit);
  if (options.kinds) {
    query.whereIn('kind', options.kinds);
  }
  const rows = await (isPostgres(tx) ? query.forUpdate().skipLocked() : query);
  const leased: WorkRow[] = [];
  for (const row of rows) {
    const columns = {
      lease_token: options.token(),
      leased_until: options.until,
      rerun: false,
    };
    await tx<WorkRow>('work_queue').where('key', row.key).update(columns);
    leased.push({ ...row, ...columns });
  }
  return leased;
}
