import { Evidence, EvidenceFormat, Verification } from '../evidence/types';

/**
 * Predicate type of a cosign signature in a Sigstore bundle.
 *
 * @public
 */
export const COSIGN_SIGN_PREDICATE = 'https://sigstore.dev/cosign/sign/v1';

/**
 * `critical.type` of a simple signing payload, standing in for the predicate type of a legacy signature.
 *
 * @see https://github.com/sigstore/cosign/blob/v2.6.4/specs/SIGNATURE_SPEC.md
 * @public
 */
export const SIMPLE_SIGNING_TYPE = 'cosign container image signature';

/**
 * SLSA provenance, of every version.
 *
 * @public
 */
export const SLSA_PROVENANCE = 'https://slsa.dev/provenance';

/**
 * Is a proven statement a signature? An attestation never is one, whatever it attests: whoever may attest an SBOM may not
 * therefore release. A provenance file and a Notation signature have no predicate; their layout says what they are, and the verifier
 * checked what they say.
 *
 * @internal
 */
export function isSignature(
  evidence: Evidence,
  verification: Verification,
): boolean {
  switch (verification.predicateType) {
    case COSIGN_SIGN_PREDICATE:
    case SIMPLE_SIGNING_TYPE:
      return true;
    case undefined:
      return (
        (evidence.kind === 'provenance-file' &&
          evidence.format === 'helm-provenance' &&
          verification.signer?.kind === 'pgp') ||
        (evidence.format === 'notation' && verification.signer?.kind === 'x509')
      );
    default:
      return false;
  }
}

/** Formats whose statements are signed in a DSSE envelope. */
const STATEMENTS: readonly EvidenceFormat[] = [
  'sigstore-bundle-v0.1',
  'sigstore-bundle-v0.2',
  'sigstore-bundle-v0.3',
  'cosign-legacy',
];

/**
 * Is it a signed statement that attests something? A signature attests nothing, whatever type is asked for; nor does anything that has no
 * statement: a bare SBOM, a signed message, a provenance file.
 *
 * @internal
 */
export function isAttestation(
  evidence: Evidence,
  verification: Verification,
): boolean {
  const { predicateType, signer } = verification;
  return (
    predicateType !== undefined &&
    (signer?.kind === 'keyless' || signer?.kind === 'key') &&
    STATEMENTS.includes(evidence.format) &&
    !isSignature(evidence, verification)
  );
}

/**
 * Is `actual` of the required predicate type? `https://spdx.dev/Document` takes every version (`…/Document/v2.3`); a type with a
 * version takes just that.
 *
 * @public
 */
export function predicateTypeMatches(
  required: string,
  actual: string,
): boolean {
  return (
    actual === required ||
    (actual.startsWith(`${required}/`) &&
      /^v?\d+(?:\.\d+)*$/.test(actual.slice(required.length + 1)))
  );
}

/**
 * Is it SLSA provenance, of whatever version?
 *
 * @internal
 */
export function isProvenance(predicateType: string | undefined): boolean {
  return (
    predicateType !== undefined &&
    predicateTypeMatches(SLSA_PROVENANCE, predicateType)
  );
}
