import { Database } from '../../database';
import { DistrustSeenRow } from '../../rows';

/**
 * Forgets the entries that are no longer on the list.
 *
 * @returns those that no other process forgot before
 */
export async function forgetEntries(
  tx: Database,
  kept: readonly string[],
): Promise<string[]> {
  const rows = await tx<DistrustSeenRow>('distrust_seen')
    .whereNotIn('entry_id', kept)
    .orderBy('entry_id');
  const forgotten: string[] = [];
  for (const { entry_id } of rows) {
    // One by one: the number of rows says who did it.
    const deleted = await tx<DistrustSeenRow>('distrust_seen')
      .where({ entry_id })
      .delete();
    if (deleted > 0) {
      forgotten.push(entry_id);
    }
  }
  return forgotten;
}
