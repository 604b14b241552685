import { VerdictStatus } from 'backstage-plugin-chart-provenance-common';
import { Database } from '../../database';

/** Counts a chart's versions by stored verdict. A version without one cannot be decided. */
export async function countByStatus(
  database: Database,
  chartId: string,
): Promise<Record<VerdictStatus, number>> {
  const rows = await database('versions')
    .leftJoin('verdicts', join =>
      join
        .on('verdicts.chart_id', 'versions.chart_id')
        .andOn('verdicts.digest', 'versions.digest'),
    )
    .where('versions.chart_id', chartId)
    .groupBy('verdicts.status')
    .select<{ status: VerdictStatus | null; count: number | string }[]>(
      'verdicts.status',
      database.raw('count(*) as count'),
    );
  const counts = { verified: 0, rejected: 0, unsigned: 0, indeterminate: 0 };
  for (const row of rows) {
    counts[row.status ?? 'indeterminate'] += Number(row.count);
  }
  return counts;
}
