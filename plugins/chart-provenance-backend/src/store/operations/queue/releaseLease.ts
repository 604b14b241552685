import { Database } from '../../database';
import { toJson, WorkRow } from '../../rows';
import { StoreError } from '../../StoreError';
import { Lease, Reschedule } from '../../types';

/**
 * Gives a leased row back. Done first in the transaction that writes the work's result: it locks the row, so that nobody can
 * take the lease over before the result is committed. A row asked for again meanwhile is due at once.
 *
 * @throws StoreError `lease-lost`: the whole transaction must be rolled back.
 */
export async function releaseLease(
  tx: Database,
  lease: Lease,
  next: Reschedule,
  now: string,
): Promise<void> {
  const count = await tx<WorkRow>('work_queue')
    .where({ key: lease.key, lease_token: lease.token })
    .update({
      lease_token: null,
      leased_until: null,
      rerun: false,
      due_at: tx.raw('case when rerun then ? else ? end', [now, next.dueAt]),
      attempts: next.problem ? lease.attempts + 1 : 0,
      failing_since: next.problem ? lease.failingSince ?? now : null,
      last_problem: next.problem && toJson(next.problem),
    });
  if (count !== 1) {
    throw new StoreError(
      'lease-lost',
      `The lease of ${lease.key} was taken over by another process`,
    );
  }
}
