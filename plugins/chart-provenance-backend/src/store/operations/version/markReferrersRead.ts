import { chunk } from '../../chunk';
import { Database } from '../../database';
import { VersionTableRow } from '../../rows';

/** Remembers when the referrers of some versions were last listed with success (ISO). */
export async function markReferrersRead(
  tx: Database,
  chartId: string,
  digests: readonly string[],
  readAt: string,
): Promise<void> {
  for (const some of chunk(digests)) {
    await tx<VersionTableRow>('versions')
      .where('chart_id', chartId)
      .whereIn('digest', some)
      .update({ referrers_read_at: readAt });
  }
}
