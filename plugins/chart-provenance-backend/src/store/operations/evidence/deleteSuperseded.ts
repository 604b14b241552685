import { Database } from '../../database';
import { EvidenceTableRow } from '../../rows';

/**
 * Removes what was made of a manifest before it was read anew, with bytes and outcomes: only `digests` are in it. A row with the
 * manifest's own digest is about it as well, wherever it says that it stands: a replica that is being replaced does not say.
 */
export async function deleteSuperseded(
  tx: Database,
  {
    chart_id,
    subject,
    manifest,
  }: Pick<EvidenceTableRow, 'chart_id' | 'subject' | 'manifest'>,
  digests: readonly string[],
): Promise<void> {
  await tx<EvidenceTableRow>('evidence')
    .where({ chart_id, subject })
    .andWhere(either =>
      either.where('manifest', manifest).orWhere('digest', manifest),
    )
    .whereNotIn('digest', digests)
    .delete();
}
