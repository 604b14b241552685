import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ConsumerTableRow } from '../../rows';

/** Writes that consumers marked stale are seen again, as they were. */
export async function markSeen(
  tx: Database,
  ids: readonly string[],
): Promise<void> {
  for (const some of chunk(ids)) {
    await tx<ConsumerTableRow>('consumers')
      .whereIn('id', some)
      .update({ stale: false, seen_at: null });
  }
}
