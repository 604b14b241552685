import { chunk } from '../../chunk';
import { Database } from '../../database';
import { WorkRow } from '../../rows';

/** Removes rows, leased ones included: whoever holds such a lease has lost it. */
export async function removeWork(
  tx: Database,
  keys: readonly string[],
): Promise<void> {
  for (const some of chunk(keys)) {
    await tx<WorkRow>('work_queue').whereIn('key', some).delete();
  }
}
