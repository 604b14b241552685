import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ChartRow } from '../../rows';

/** Reads some charts. */
export async function listCharts(
  database: Database,
  chartIds: readonly string[],
): Promise<ChartRow[]> {
  const rows: ChartRow[] = [];
  for (const some of chunk(chartIds)) {
    rows.push(
      ...(await database<ChartRow>('charts').whereIn('chart_id', some)),
    );
  }
  return rows;
}
