import { chunk } from '../../chunk';
import { Database } from '../../database';
import { EvidenceTableRow } from '../../rows';

/** Writes evidence that is there now. Evidence decoded again keeps the time at which it was first seen. */
export async function upsertEvidence(
  tx: Database,
  rows: readonly EvidenceTableRow[],
): Promise<void> {
  for (const some of chunk(rows, 50)) {
    await tx<EvidenceTableRow>('evidence')
      .insert(some)
      .onConflict(['chart_id', 'subject', 'digest'])
      .merge(['manifest', 'evidence', 'present', 'material_hash']);
  }
}
