import { Database } from '../../database';

/** Reads when (ISO) each of a chart's tags last came to point elsewhere; tags that never did are left out. */
export async function listLastMoves(
  database: Database,
  chartId: string,
): Promise<{ tag: string; moved_at: string }[]> {
  return database('tag_observations')
    .where('chart_id', chartId)
    .whereIn('change', ['re-push', 're-publish', 'forward', 'rollback'])
    .groupBy('tag')
    .orderBy('tag')
    .select('tag')
    .max({ moved_at: 'seen_at' });
}
