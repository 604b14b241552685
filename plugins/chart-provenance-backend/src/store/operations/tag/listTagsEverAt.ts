import { chunk } from '../../chunk';
import { Database } from '../../database';
import { TagObservationRow } from '../../rows';

/** Reads which tags point at some digests or ever did. */
export async function listTagsEverAt(
  database: Database,
  chartId: string,
  digests: readonly string[],
): Promise<Pick<TagObservationRow, 'tag' | 'digest'>[]> {
  const rows: Pick<TagObservationRow, 'tag' | 'digest'>[] = [];
  for (const some of chunk(digests)) {
    rows.push(
      ...(await database<TagObservationRow>('tag_observations')
        .where('chart_id', chartId)
        .whereIn('digest', some)
        .whereNot('change', 'removed')
        .distinct('tag', 'digest')
        .orderBy('tag')),
    );
  }
  return rows;
}
