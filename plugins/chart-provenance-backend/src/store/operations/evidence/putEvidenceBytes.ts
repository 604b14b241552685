import { Database } from '../../database';
import { EvidenceBytesRow } from '../../rows';

/** Writes the compressed bytes of one piece of evidence. */
export async function putEvidenceBytes(
  tx: Database,
  row: EvidenceBytesRow,
): Promise<void> {
  await tx<EvidenceBytesRow>('evidence_bytes')
    .insert(row)
    .onConflict(['chart_id', 'subject', 'digest'])
    .merge(['content']);
}
