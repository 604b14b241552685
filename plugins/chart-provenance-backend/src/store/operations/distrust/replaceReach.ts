import { chunk } from '../../chunk';
import { Database } from '../../database';
import { DistrustedVersionRow } from '../../rows';

/** Writes which entries reach some versions of a chart, in place of what was known of them. */
export async function replaceReach(
  tx: Database,
  chartId: string,
  digests: readonly string[],
  rows: readonly DistrustedVersionRow[],
): Promise<void> {
  for (const some of chunk(digests, 100)) {
    await tx<DistrustedVersionRow>('distrusted_versions')
      .where('chart_id', chartId)
      .whereIn('digest', some)
      .delete();
  }
  for (const some of chunk(rows, 100)) {
    await tx<DistrustedVersionRow>('distrusted_versions').insert(some);
  }
}
