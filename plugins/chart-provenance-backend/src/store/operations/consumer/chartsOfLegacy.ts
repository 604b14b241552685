import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ChartLegacyRow } from '../../rows';

/** Reads which charts of the inventory some legacy charts became, the operator's word first. */
export async function chartsOfLegacy(
  database: Database,
  legacyIds: readonly string[],
): Promise<Pick<ChartLegacyRow, 'legacy_id' | 'chart_id'>[]> {
  const rows: Pick<ChartLegacyRow, 'legacy_id' | 'chart_id'>[] = [];
  for (const some of chunk(legacyIds)) {
    rows.push(
      ...(await database('chart_legacy')
        .join('charts', 'charts.chart_id', 'chart_legacy.chart_id')
        .whereIn('chart_legacy.legacy_id', some)
        .where('charts.claimed', true)
        .orderBy('chart_legacy.known_by', 'desc')
        .orderBy('chart_legacy.chart_id')
        .select('chart_legacy.legacy_id', 'chart_legacy.chart_id')),
    );
  }
  return rows;
}
