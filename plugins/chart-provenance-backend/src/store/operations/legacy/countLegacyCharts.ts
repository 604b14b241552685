import { Database } from '../../database';

/** Counts the charts that each legacy repository lists now. */
export async function countLegacyCharts(
  database: Database,
): Promise<Map<string, number>> {
  const rows = await database('legacy_versions')
    .where('present', true)
    .groupBy('url')
    .select<{ url: string; count: number | string }[]>(
      'url',
      database.raw('count(distinct legacy_id) as count'),
    );
  return new Map(rows.map(row => [row.url, Number(row.count)]));
}
