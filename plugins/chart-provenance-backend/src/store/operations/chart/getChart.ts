import { Database } from '../../database';
import { ChartRow } from '../../rows';

/** Reads one chart. */
export async function getChart(
  database: Database,
  chartId: string,
): Promise<ChartRow | undefined> {
  return database<ChartRow>('charts').where('chart_id', chartId).first();
}
