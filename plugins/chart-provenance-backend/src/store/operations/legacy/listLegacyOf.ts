import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ChartLegacyRow } from '../../rows';

/** Reads which legacy charts some charts were before. */
export async function listLegacyOf(
  database: Database,
  chartIds: readonly string[],
): Promise<Pick<ChartLegacyRow, 'chart_id' | 'legacy_id'>[]> {
  const rows: Pick<ChartLegacyRow, 'chart_id' | 'legacy_id'>[] = [];
  for (const some of chunk(chartIds)) {
    rows.push(
      ...(await database<ChartLegacyRow>('chart_legacy')
        .whereIn('chart_id', some)
        .select('chart_id', 'legacy_id')),
    );
  }
  return rows;
}
