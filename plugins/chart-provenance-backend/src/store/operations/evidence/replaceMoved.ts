import { Database } from '../../database';
import { EvidenceTableRow } from '../../rows';

/** A piece of evidence that stands in another manifest now, and the row it has there. */
export interface MovedEvidence {
  before: EvidenceTableRow;
  after: EvidenceTableRow;
}

/**
 * Removes the earlier row of what moved; the later one was seen as early as that. What is left of the earlier manifest no longer
 * says all that is in it, so the manifest has to be read again should it come back.
 */
export async function replaceMoved(
  tx: Database,
  { before, after }: MovedEvidence,
): Promise<void> {
  const { chart_id, subject, digest, manifest, first_seen_at } = before;
  if (first_seen_at < after.first_seen_at) {
    await tx<EvidenceTableRow>('evidence')
      .where({ chart_id, subject, digest: after.digest })
      .update({ first_seen_at });
  }
  await tx<EvidenceTableRow>('evidence')
    .where({ chart_id, subject, digest })
    .delete();
  await tx<EvidenceTableRow>('evidence')
    .where({ chart_id, subject, manifest })
    .update({ material_hash: null });
}
