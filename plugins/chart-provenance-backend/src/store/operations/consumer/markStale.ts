import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ConsumerTableRow } from '../../rows';

/** Marks consumers that an incomplete reading did not mention, and keeps when they were last seen (ISO). */
export async function markStale(
  tx: Database,
  ids: readonly string[],
  seenAt: string | null,
): Promise<void> {
  for (const some of chunk(ids)) {
    await tx<ConsumerTableRow>('consumers')
      .whereIn('id', some)
      .update({ stale: true, seen_at: seenAt });
  }
}
