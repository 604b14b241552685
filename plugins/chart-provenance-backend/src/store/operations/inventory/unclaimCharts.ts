import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ChartRow, toJson } from '../../rows';

/** Takes away the owner of charts that nothing claims any more. Their history stays. */
export async function unclaimCharts(
  tx: Database,
  chartIds: readonly string[],
): Promise<void> {
  for (const some of chunk(chartIds)) {
    await tx<ChartRow>('charts')
      .whereIn('chart_id', some)
      .update({
        owner: null,
        conflict: toJson([]),
        claimed: false,
        judge_hash: null,
      });
  }
}
