import { EvidenceKind } from 'backstage-plugin-chart-provenance-common';

/** What cosign 3 signs to sign an artifact: a statement with an empty predicate. */
export const COSIGN_SIGN = 'https://sigstore.dev/cosign/sign/v1';

const SBOM_TYPES = [
  /^https:\/\/spdx\.dev\/Document(\/v\d+(\.\d+)*)?$/,
  /^https:\/\/cyclonedx\.org\/bom(\/v\d+(\.\d+)*)?$/,
];

/**
 * What a statement is, by its own predicate type. Only `sign/v1` is a signature: an attestation never stands in for one.
 */
export function kindOfPredicate(predicateType: string): EvidenceKind {
  if (predicateType === COSIGN_SIGN) {
    return 'signature';
  }
  return SBOM_TYPES.some(type => type.test(predicateType))
    ? 'sbom'
    : 'attestation';
}
