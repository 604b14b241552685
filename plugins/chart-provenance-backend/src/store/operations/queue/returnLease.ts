import { Database } from '../../database';
import { WorkRow } from '../../rows';
import { Lease } from '../../types';

/** Gives a leased row back as it was before. A lease that was lost meanwhile is somebody else's and stays. */
export async function returnLease(
  database: Database,
  lease: Lease,
): Promise<void> {
  await database<WorkRow>('work_queue')
    .where({ key: lease.key, lease_token: lease.token })
    .update({ lease_token: null, leased_until: null, rerun: false });
}
