import { chunk } from '../../chunk';
import { Database } from '../../database';
import { TagRow } from '../../rows';

/** Writes what some tags point at now. */
export async function upsertTags(
  tx: Database,
  rows: readonly TagRow[],
): Promise<void> {
  for (const some of chunk(rows, 100)) {
    await tx<TagRow>('tags')
      .insert(some)
      .onConflict(['chart_id', 'tag'])
      .merge([
        'digest',
        'present',
        'moves',
        'change',
        'rolled_back_from',
        'resolved_at',
      ]);
  }
}
