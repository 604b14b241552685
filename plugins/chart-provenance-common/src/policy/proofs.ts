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
  /** Proven as far as it was checked, which was not all the way: nothing is ever met by one of these. */
  partial: Proof[];
}

/**
 * Evidence about this very subject with its outcomes. Evidence of other subjects is never lent. In the order of its digests, so that
 * the order in which a registry lists it says nothing.
 *
 * @internal
 */
export function exhibitsOf(input: JudgeInput): Exhibit[] {
  const byEvidence = new Map<string, Verification[]>();
  for (const verification of input.verifications) {
    const known = byEvidence.get(verification.evidence) ?? [];
    known.push(atPresent(verification, input.now));
    byEvidence.set(verification.evidence, known);
  }
  return input.evidence
    .filter(({ subject }) => subject === input.subject.digest)
    .sort((a, b) => compareText(a.digest, b.digest))
    .map(evidence => {
      const verifications = [...(byEvidence.get(evidence.digest) ?? [])].sort(
        (a, b) => compareText(a.trust, b.trust),
      );
      const proven = verifications.flatMap(verification =>
        verification.outcome === 'proven' && verification.signer
          ? [{ evidence, verification, signer: verification.signer }]
          : [],
      );
      return {
        evidence,
        verifications,
        proofs: proven.filter(isComplete),
        partial: proven.filter(proof => !isComplete(proof)),
      };
    });
}

/**
 * Was everything checked that a signature of its kind asks for? Of Notation it never is yet, whatever the verifier says of gaps.
 *
 * @internal
 */
export function isComplete({ verification, signer }: Proof): boolean {
  return (verification.gaps ?? []).length === 0 && signer.kind !== 'x509';
}

const about = new WeakMap<readonly Exhibit[], Map<string, Proof[]>>();

/**
 * Everything proven about the digest, whoever proved it and however far. The same list for the same exhibits: whoever may push decides
 * how long it is, and it is asked for with each of its members.
 *
 * @internal
 */
export function proofsAbout(
  exhibits: readonly Exhibit[],
  digest: string,
): readonly Proof[] {
  const byDigest = about.get(exhibits) ?? new Map<string, Proof[]>();
  about.set(exhibits, byDigest);
  const found =
    byDigest.get(digest) ??
    exhibits
      .flatMap(({ proofs, partial }) => [...proofs, ...partial])
      .filter(proof => namesDigest(proof, digest));
  byDigest.set(digest, found);
  return found;
}

/**
 * Might it be a signature? Proven evidence is what its signed statement says. The rest counts when it claims to be a signature,
 * or when it could not even be read that far. A bare SBOM or an attestation is none.
 *
 * @internal
 */
export function mayBeSignature({
  evidence,
  proofs,
  partial,
}: Exhibit): boolean {
  const proven = [...proofs, ...partial];
  if (proven.length > 0) {
    return proven.some(
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

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
