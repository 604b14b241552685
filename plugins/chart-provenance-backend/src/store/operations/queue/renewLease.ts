import { Database } from '../../database';
import { WorkRow } from '../../rows';
import { Lease } from '../../types';

/** Extends a lease until then (ISO). False when the row is no longer held under this token. */
export async function renewLease(
  database: Database,
  lease: Lease,
  until: string,
): Promise<boolean> {
  const count = await database<WorkRow>('work_queue')
    .where({ key: lease.key, lease_token: lease.token })
    .update({ leased_until: until });
  return count === 1;
}
