import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ConsumerTableRow } from '../../rows';

/** Deletes consumers that a complete reading no longer saw. */
export async function deleteConsumers(
  tx: Database,
  ids: readonly string[],
): Promise<void> {
  for (const some of chunk(ids)) {
    await tx<ConsumerTableRow>('consumers').whereIn('id', some).delete();
  }
}
