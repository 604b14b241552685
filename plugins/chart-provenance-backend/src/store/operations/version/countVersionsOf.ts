import { chunk } from '../../chunk';
import { Database } from '../../database';

/** Counts the versions of each of some charts; those without any are left out. */
export async function countVersionsOf(
  database: Database,
  chartIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const some of chunk(chartIds)) {
    const rows = await database('versions')
      .whereIn('chart_id', some)
      .groupBy('chart_id')
      .select<{ chart_id: string; count: number | string }[]>(
        'chart_id',
        database.raw('count(*) as count'),
      );
    rows.forEach(row => counts.set(row.chart_id, Number(row.count)));
  }
  return counts;
}
