import { Database } from '../../database';

/**
 * Counts the charts with an owner. What only a placeholder makes a chart is one once there is a sign of it: a version, a listing, a legacy chart it
 * was before, or a consumer.
 */
export async function countOwned(database: Database): Promise<number> {
  const signs = [
    database('versions').whereRaw('versions.chart_id = charts.chart_id'),
    database('listed_repositories')
      .whereRaw('listed_repositories.chart_id = charts.chart_id')
      .where('listed_repositories.present', true),
    database('consumers').whereRaw('consumers.chart_id = charts.chart_id'),
    database('chart_legacy')
      .join(
        'legacy_versions',
        'legacy_versions.legacy_id',
        'chart_legacy.legacy_id',
      )
      .whereRaw('chart_legacy.chart_id = charts.chart_id')
      .where('legacy_versions.present', true),
  ].map(sign => sign.select(database.raw('1')));
  const [row] = await database('charts')
    .where('claimed', true)
    .whereNotNull('owner')
    .where(real => {
      real.whereNot('known_by', 'convention');
      signs.forEach(sign => real.orWhereExists(sign));
    })
    .select<{ count: number | string }[]>(database.raw('count(*) as count'));
  return Number(row.count);
}
