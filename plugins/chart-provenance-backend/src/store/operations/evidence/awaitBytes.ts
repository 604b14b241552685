import { Database } from '../../database';
import { EvidenceTableRow, VerificationRow } from '../../rows';

/** Forgets the outcomes of evidence whose bytes have to be fetched again before it can be judged. */
export async function awaitBytes(
  tx: Database,
  key: Pick<EvidenceTableRow, 'chart_id' | 'subject' | 'digest'>,
): Promise<void> {
  await tx<VerificationRow>('verifications').where(key).delete();
  await tx<EvidenceTableRow>('evidence')
    .where(key)
    .update({ material_hash: null });
}
