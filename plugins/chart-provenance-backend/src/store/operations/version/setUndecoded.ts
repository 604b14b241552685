import { Database } from '../../database';
import { toJson, VersionTableRow } from '../../rows';

/** Writes which referrers of a version were listed but could not be read yet; an empty list forgets it. */
export async function setUndecoded(
  tx: Database,
  chartId: string,
  digest: string,
  undecoded: readonly string[],
): Promise<void> {
  await tx<VersionTableRow>('versions')
    .where({ chart_id: chartId, digest })
    .update({ undecoded: undecoded.length > 0 ? toJson(undecoded) : null });
}
