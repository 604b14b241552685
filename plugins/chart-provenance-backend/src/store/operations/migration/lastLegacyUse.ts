import { Database } from '../../database';

/** Reads when (ISO) a consumer was last seen at a legacy location of a chart, be it there still or not; null when none ever was. */
export async function lastLegacyUse(
  database: Database,
  chartId: string,
): Promise<string | null> {
  const locations = database('chart_legacy')
    .select('legacy_id')
    .where('chart_id', chartId);
  const [present] = await database('consumers')
    .join(
      'consumer_sources',
      'consumer_sources.source_id',
      'consumers.source_id',
    )
    .whereIn('consumers.legacy_id', locations.clone())
    .select<{ at: string | null }[]>(
      database.raw(
        'max(coalesce(consumers.seen_at, consumer_sources.read_at)) as at',
      ),
    );
  const [past] = await database('legacy_consumption')
    .whereIn('legacy_id', locations)
    .select<{ at: string | null }[]>(database.raw('max(last_seen_at) as at'));
  const times = [present.at, past.at].filter(at => at !== null).sort();
  return times.at(-1) ?? null;
}
