import { Evidence, Verification } from '../evidence/types';

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
 * therefore release. A provenance file has no predicate; its layout says what it is, and the verifier checked what it says.
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
        evidence.kind === 'provenance-file' &&
        evidence.format === 'helm-provenance' &&
        verification.signer?.kind === 'pgp'
      );
    default:
      return false;
  }
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
