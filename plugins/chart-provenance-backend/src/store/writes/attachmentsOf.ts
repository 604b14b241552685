import {
  Evidence,
  Verification,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { JudgeableVersion } from '../types';

const SBOM_TYPES = ['https://cyclonedx.org/bom', 'https://spdx.dev/document'];
const PROVENANCE_TYPES = ['https://slsa.dev/provenance/'];

/** The SBOM and the provenance of a version, as the list shows them. */
export interface Attachments {
  sbom: VersionRow['sbom'];
  provenance: VersionRow['provenance'];
}

/**
 * What is attached, and whether it is proven by the very signer that made the verdict `verified`. Anybody can attest anything about
 * a digest, so what another signer proved counts as attached only.
 *
 * @param vouched - what that signer proves
 */
export function attachmentsOf(
  version: JudgeableVersion,
  vouched: readonly Verification[],
): Attachments {
  const sbom = best(version, vouched, SBOM_TYPES, 'sbom');
  const provenance = best(version, vouched, PROVENANCE_TYPES);
  return {
    sbom: sbom && {
      label: sbom.proof?.predicate?.label ?? null,
      packageCount: sbom.proof?.predicate?.packageCount ?? null,
      verified: sbom.verified,
    },
    provenance: provenance && {
      label: provenance.proof?.predicate?.label ?? null,
      verified: provenance.verified,
    },
  };
}

interface Attachment {
  proof: Verification | undefined;
  verified: boolean;
}

function best(
  version: JudgeableVersion,
  vouched: readonly Verification[],
  types: readonly string[],
  kind?: Evidence['kind'],
): Attachment | null {
  const attachments = version.evidence.flatMap(evidence =>
    attachmentOf(evidence, version, vouched, types, kind),
  );
  return (
    attachments.find(({ verified }) => verified) ??
    attachments.find(({ proof }) => proof !== undefined) ??
    attachments[0] ??
    null
  );
}

function attachmentOf(
  evidence: Evidence,
  version: JudgeableVersion,
  vouched: readonly Verification[],
  types: readonly string[],
  kind?: Evidence['kind'],
): Attachment[] {
  const isOfType = (type: string | undefined) =>
    types.some(prefix => type?.toLowerCase().startsWith(prefix));
  const proofs = version.verifications.filter(
    proof =>
      proof.evidence === evidence.digest &&
      proof.outcome === 'proven' &&
      proof.subjects?.includes(version.digest) &&
      isOfType(proof.predicateType),
  );
  if (
    proofs.length === 0 &&
    evidence.kind !== kind &&
    !isOfType(evidence.predicateType)
  ) {
    return [];
  }
  const proven = proofs.find(proof => vouched.includes(proof));
  return [{ proof: proven ?? proofs[0], verified: proven !== undefined }];
}
