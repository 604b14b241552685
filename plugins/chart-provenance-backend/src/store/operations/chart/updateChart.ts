import { Database } from '../../database';
import { ChartRow } from '../../rows';

/** Writes some columns of a chart. */
export async function updateChart(
  tx: Database,
  chartId: string,
  columns: Partial<Omit<ChartRow, 'chart_id'>>,
): Promise<void> {
  await tx<ChartRow>('charts').where('chart_id', chartId).update(columns);
}
