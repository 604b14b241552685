import { PackedSbom } from '../../walk/types';
import { Database } from '../database';
import { replaceVerifications } from '../operations/evidence/replaceVerifications';
import { deleteSbom } from '../operations/sbom/deleteSbom';
import { putSbom } from '../operations/sbom/putSbom';
import { SbomTableRow, toJson, toNullableText, toText } from '../rows';
import { VerifiedEvidence } from '../types';

/**
 * Writes all that came of verifying one piece of evidence, in place of what came of it before. An SBOM that nobody signed and that is
 * too large to be kept is not read again, and comes of nothing: what was read of it stays.
 */
export async function writeOutcome(
  tx: Database,
  chartId: string,
  outcome: VerifiedEvidence,
): Promise<void> {
  const { subject, digest, verifications, sbom } = outcome;
  const key = { chart_id: chartId, subject, digest };
  await replaceVerifications(tx, chartId, outcome);
  if (sbom) {
    await putSbom(tx, { ...key, ...columnsOf(sbom) });
  } else if (verifications.length > 0) {
    await deleteSbom(tx, key);
  }
}

function columnsOf(
  sbom: PackedSbom,
): Omit<SbomTableRow, 'chart_id' | 'subject' | 'digest' | 'vouched'> {
  return {
    label: toText(sbom.label),
    created_at: toNullableText(sbom.createdAt),
    tools: toJson(sbom.tools),
    component_count: sbom.componentCount,
    cut: sbom.cut,
    problem: toNullableText(sbom.problem),
    components: Buffer.from(sbom.components),
  };
}
