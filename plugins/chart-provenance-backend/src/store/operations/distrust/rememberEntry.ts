import { Database } from '../../database';
import { DistrustSeenRow } from '../../rows';

/**
 * Writes that an entry was told of.
 *
 * @returns `seen` when another process did so before
 */
export async function rememberEntry(
  tx: Database,
  row: DistrustSeenRow,
): Promise<'added' | 'changed' | 'seen'> {
  const inserted = await tx<DistrustSeenRow>('distrust_seen')
    .insert(row)
    .onConflict('entry_id')
    .ignore()
    .returning('entry_id');
  if (inserted.length > 0) {
    return 'added';
  }
  const changed = await tx<DistrustSeenRow>('distrust_seen')
    .where('entry_id', row.entry_id)
    .whereNot('entry_hash', row.entry_hash)
    .update({ entry_hash: row.entry_hash, seen_at: row.seen_at });
  return changed > 0 ? 'changed' : 'seen';
}
