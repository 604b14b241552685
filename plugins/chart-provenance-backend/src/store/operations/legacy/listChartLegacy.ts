import { Database } from '../../database';
import { ChartLegacyRow } from '../../rows';

/** Reads where a chart was before, the operator's word first. */
export async function listChartLegacy(
  database: Database,
  chartId: string,
): Promise<ChartLegacyRow[]> {
  return database<ChartLegacyRow>('chart_legacy')
    .where('chart_id', chartId)
    .orderBy('known_by', 'desc')
    .orderBy('legacy_id');
}
