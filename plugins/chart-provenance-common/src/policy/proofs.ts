import { Evidence, Verification } from '../evidence/types';
import { Signer } from '../verdict/types';
import { atPresent } from './atPresent';
import { JudgeInput } from './judgeInput';
import { isSignature } from './predicateTypes';

/**
 * A statement that is proven: the cryptography holds under the trust material, whether or not anybody asked for that signer.
 *
 * @internal
 */
export interface Proof {
  evidence: Evidence;
  verification: Verification;
  signer: Signer;
}

/**
 * One piece of evidence with everything known about it.
 *
 * @internal
 */
export interface Exhibit {
  evidence: Evidence;
  verifications: Verification[];
  proofs: Proof[];
}

/**
 * Evidence about this very subject with its outcomes. Evidence of other subjects is never lent.
 *
 * @internal
 */
export function exhibitsOf(input: JudgeInput): Exhibit[] {
  return input.evidence
    .filter(({ subject }) => subject === input.subject.digest)
    .map(evidence => {
      const verifications = input.verifications
        .filter(verification => verification.evidence === evidence.digest)
        .map(verification => atPresent(verification, input.now));
      const proofs = verifications.flatMap(verification =>
        verification.outcome === 'proven' && verification.signer
          ? [{ evidence, verification, signer: verification.signer }]
          : [],
      );
      return { evidence, verifications, proofs };
    });
}

/**
 * Might it be a signature? Proven evidence is what its signed statement says. The rest counts when it claims to be a signature,
 * or when it could not even be read that far. A bare SBOM or an attestation is none.
 *
 * @internal
 */
export function mayBeSignature({ evidence, proofs }: Exhibit): boolean {
  if (proofs.length > 0) {
    return proofs.some(
      ({ verification }) =>
        isSignature(evidence, verification) ||
        // A bare signature without a statement: genuine, but not one a policy can ask for.
        (verification.predicateType === undefined &&
          evidence.kind === 'signature'),
    );
  }
  switch (evidence.kind) {
    case 'signature':
    case 'provenance-file':
      return true;
    case 'unknown':
      // An artifact in a format nobody here knows is no signature; one that could not be read may be.
      return (
        evidence.problem !== undefined &&
        evidence.problem.code !== 'unsupported-format'
      );
    default:
      return false;
  }
}

/**
 * Does the signed statement name this digest?
 *
 * @internal
 */
export function namesDigest(proof: Proof, digest: string): boolean {
  return proof.verification.subjects?.includes(digest) ?? false;
}
