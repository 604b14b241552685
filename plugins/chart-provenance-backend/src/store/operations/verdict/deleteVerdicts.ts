import { chunk } from '../../chunk';
import { Database } from '../../database';
import { VerdictRow } from '../../rows';

/** Deletes all verdicts of some charts: their versions cannot be decided until they are judged for the new owner. */
export async function deleteVerdicts(
  tx: Database,
  chartIds: readonly string[],
): Promise<void> {
  for (const some of chunk(chartIds)) {
    await tx<VerdictRow>('verdicts').whereIn('chart_id', some).delete();
  }
}
