import {
  Evidence,
  Signer,
  Verdict,
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
 * What is attached, and whether it is proven: by the very signer that made the verdict `verified`, over this very digest.
 * Anybody can attest anything about a digest, so what another signer proved counts as attached only.
 */
export function attachmentsOf(
  version: JudgeableVersion,
  verdict: Verdict,
): Attachments {
  const sbom = best(version, verdict, SBOM_TYPES, 'sbom');
  const provenance = best(version, verdict, PROVENANCE_TYPES);
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
  verdict: Verdict,
  types: readonly string[],
  kind?: Evidence['kind'],
): Attachment | null {
  const attachments = version.evidence.flatMap(evidence =>
    attachmentOf(evidence, version, verdict, types, kind),
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
  verdict: Verdict,
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
  const byPolicySigner = proofs.find(
    ({ signer }) =>
      verdict.status === 'verified' && isSameSigner(signer, verdict.signer),
  );
  return [
    {
      proof: byPolicySigner ?? proofs[0],
      verified: byPolicySigner !== undefined,
    },
  ];
}

function isSameSigner(a: Signer | undefined, b: Signer | undefined): boolean {
  if (a?.kind === 'keyless' && b?.kind === 'keyless') {
    return (
      a.root === b.root && a.issuer === b.issuer && a.subject === b.subject
    );
  }
  return (
    a?.kind === 'key' &&
    b?.kind === 'key' &&
    a.key === b.key &&
    a.fingerprint === b.fingerprint
  );
}
