import { Verification } from 'backstage-plugin-chart-provenance-common';
import { Database } from '../../database';
import { EvidenceTableRow, toJson, VerificationRow } from '../../rows';
import { VerifiedEvidence } from '../../types';

/** Replaces the outcomes of one piece of evidence, and says under which trust material they were found. */
export async function replaceVerifications(
  tx: Database,
  chartId: string,
  verified: VerifiedEvidence,
): Promise<void> {
  const key = {
    chart_id: chartId,
    subject: verified.subject,
    digest: verified.digest,
  };
  await tx<VerificationRow>('verifications').where(key).delete();
  if (verified.verifications.length > 0) {
    await tx<VerificationRow>('verifications').insert(
      verified.verifications.map((verification: Verification) => ({
        ...key,
        trust: verification.trust,
        verification: toJson(verification),
      })),
    );
  }
  await tx<EvidenceTableRow>('evidence')
    .where(key)
    .update({ material_hash: verified.materialHash });
}
