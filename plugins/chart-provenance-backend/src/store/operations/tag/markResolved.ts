import { chunk } from '../../chunk';
import { Database } from '../../database';
import { TagRow } from '../../rows';

/** Remembers when some tags were last resolved with success (ISO). */
export async function markResolved(
  tx: Database,
  chartId: string,
  tags: readonly string[],
  resolvedAt: string,
): Promise<void> {
  for (const some of chunk(tags)) {
    await tx<TagRow>('tags')
      .where('chart_id', chartId)
      .whereIn('tag', some)
      .update({ resolved_at: resolvedAt });
  }
}
