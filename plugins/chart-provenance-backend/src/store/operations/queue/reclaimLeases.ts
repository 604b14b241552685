import { Database } from '../../database';
import { WorkRow } from '../../rows';

/** Ends every lease. Only where no other process can hold one. Answers how many there were. */
export async function reclaimLeases(database: Database): Promise<number> {
  return database<WorkRow>('work_queue')
    .whereNotNull('lease_token')
    .update({ lease_token: null, leased_until: null, rerun: false });
}
