import { Database } from '../../database';
import { TagObservationRow } from '../../rows';

/** Reads everything pointed at by the tags of a chart that ever moved to other bytes, oldest first. */
export async function listRepublished(
  database: Database,
  chartId: string,
): Promise<Pick<TagObservationRow, 'tag' | 'digest' | 'change' | 'seen_at'>[]> {
  const moved = database('tag_observations')
    .where('chart_id', chartId)
    .whereIn('change', ['re-publish', 'forward', 'rollback'])
    .select('tag');
  return database<TagObservationRow>('tag_observations')
    .where('chart_id', chartId)
    .whereIn('tag', moved)
    .orderBy('id')
    .select('tag', 'digest', 'change', 'seen_at');
}
