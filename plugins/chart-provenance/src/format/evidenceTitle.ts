import { EvidenceRow } from 'backstage-plugin-chart-provenance-common';

const KIND_TITLE: Record<EvidenceRow['kind'], string> = {
  signature: 'Signature',
  attestation: 'Attestation',
  sbom: 'SBOM',
  'provenance-file': 'Helm provenance file (.prov)',
  unknown: 'Unrecognised attachment',
};

const PREDICATE_TITLE: [prefix: string, title: string][] = [
  ['https://sigstore.dev/cosign/sign/', 'Signature'],
  ['https://slsa.dev/provenance/', 'SLSA provenance'],
  ['https://spdx.dev/Document', 'SBOM (SPDX)'],
  ['https://cyclonedx.org/bom', 'SBOM (CycloneDX)'],
  ['https://slsa.dev/verification_summary/', 'Verification summary'],
  ['https://cosign.sigstore.dev/attestation/vuln/', 'Vulnerability scan'],
  ['https://in-toto.io/attestation/vulns', 'Vulnerability scan'],
  ['https://openvex.dev/ns', 'VEX document'],
  ['https://cyclonedx.org/vex', 'VEX document'],
];

/**
 * What a piece of evidence claims to be, in words. It says nothing about whether it is proven.
 *
 * @internal
 */
export function evidenceTitle(
  evidence: Pick<EvidenceRow, 'kind' | 'predicateType'>,
): string {
  const known = PREDICATE_TITLE.find(([prefix]) =>
    evidence.predicateType?.startsWith(prefix),
  );
  return known?.[1] ?? KIND_TITLE[evidence.kind];
}
