import { Database, isPostgres } from '../../database';
import { ChartRow } from '../../rows';
import { StoreError } from '../../StoreError';

/**
 * Reads one chart and, on PostgreSQL, holds it until the transaction ends: whoever writes facts or verdicts of a chart
 * does so alone. SQLite has one writer anyway.
 *
 * @throws StoreError `unknown-chart`.
 */
export async function lockChart(
  tx: Database,
  chartId: string,
): Promise<ChartRow> {
  const query = tx<ChartRow>('charts').where('chart_id', chartId);
  const row = await (isPostgres(tx) ? query.forUpdate() : query).first();
  if (!row) {
    throw new StoreError('unknown-chart', `Chart ${chartId} is not known`);
  }
  return row;
}
