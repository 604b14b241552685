import { chunk } from '../../chunk';
import { Database } from '../../database';
import { TagObservationRow } from '../../rows';

/** Reads everything some tags ever pointed at, newest first. */
export async function listObservations(
  database: Database,
  chartId: string,
  tags: readonly string[],
): Promise<TagObservationRow[]> {
  const rows: TagObservationRow[] = [];
  for (const some of chunk(tags)) {
    rows.push(
      ...(await database<TagObservationRow>('tag_observations')
        .where('chart_id', chartId)
        .whereIn('tag', some)
        .orderBy('id', 'desc')),
    );
  }
  return rows;
}
