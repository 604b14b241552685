import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ChartRow } from '../../rows';

/** Reads the charts that are read in repositories of these paths, on whatever registry. */
export async function listChartsIn(
  database: Database,
  repositories: readonly string[],
): Promise<ChartRow[]> {
  const rows: ChartRow[] = [];
  for (const some of chunk(repositories)) {
    rows.push(
      ...(await database<ChartRow>('charts')
        .where('claimed', true)
        .whereIn('repository', some)
        .orderBy('chart_id')),
    );
  }
  return rows;
}
