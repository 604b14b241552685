import { chunk } from '../../chunk';
import { Database } from '../../database';

/** Works out anew which of some versions a tag points at now. */
export async function markTagged(
  tx: Database,
  chartId: string,
  digests: readonly string[],
): Promise<void> {
  for (const some of chunk(digests)) {
    await tx('versions')
      .where('chart_id', chartId)
      .whereIn('digest', some)
      .update({
        tagged: tx.raw(
          'exists (select 1 from tags where tags.chart_id = versions.chart_id and tags.digest = versions.digest and tags.present = ?)',
          [true],
        ),
      });
  }
}
