import { Database } from '../../database';

/** When consumers were at the legacy locations of a chart. */
export interface LegacyUse {
  /** ISO; when one was last seen there, be it there still or not; null: never. */
  lastSeenAt: string | null;
  /** ISO; when one that was there was first missed, the last time that happened; null: never. */
  leftAt: string | null;
}

/** Reads when consumers were at the legacy locations of a chart. */
export async function lastLegacyUse(
  database: Database,
  chartId: string,
): Promise<LegacyUse> {
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
    .select<{ at: string | null; left_at: string | null }[]>(
      database.raw('max(last_seen_at) as at, max(left_at) as left_at'),
    );
  const times = [present.at, past.at].filter(at => at !== null).sort();
  return { lastSeenAt: times.at(-1) ?? null, leftAt: past.left_at };
}
