import { REASONS, reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { Reason, ReasonCode, Signer } from '../verdict/types';
import { distrustedReason } from './distrustedReason';
import { distrustOf } from './distrustOf';
import { gapReason } from './gapReason';
import { JudgeInput } from './judgeInput';
import { mismatchReason } from './mismatchReason';
import { rank } from './nearness';
import { isSignature } from './predicateTypes';
import { Exhibit, isComplete, namesDigest, Proof, proofsAbout } from './proofs';
import { signerMismatch, trustOf } from './signerMeets';
import { SignerRequirement, TrustPolicy } from './types';
import { unreadMiss } from './unreadMiss';

/**
 * What one piece of evidence is worth as a signature under one policy.
 *
 * @internal
 */
export type Candidate = { counts: true; proof: Proof } | Miss;

/**
 * Why a piece of evidence is not the signature asked for.
 *
 * @internal
 */
export interface Miss {
  counts: false;
  reason: Reason;
  signer?: Signer;
  /** By the signer asked for, and sound as far as it was checked: with more checks it may turn out to be the signature. */
  undecided?: true;
}

/**
 * Judges each exhibit that may be a signature as the policy's, on its own: a bad one beside a good one changes nothing.
 *
 * @param signatures - those of `exhibits` that may be signatures
 * @param exhibits - everything about the chart: what a signer says elsewhere may take their signature away
 * @internal
 */
export function candidatesOf(
  policy: TrustPolicy,
  signatures: readonly Exhibit[],
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): Candidate[] {
  const proofs = proofsAbout(exhibits, input.subject.digest);
  return signatures.map(exhibit => {
    const results = policy.anyOf.flatMap(requirement =>
      tryRequirement(requirement, exhibit, proofs, input),
    );
    const good = results.find(({ counts }) => counts);
    const misses = results.filter((result): result is Miss => !result.counts);
    return (
      good ??
      mostTelling([...misses, ...underOtherTrust(policy, exhibit)]) ?? {
        counts: false,
        reason: unreadMiss(policy, exhibit),
      }
    );
  });
}

function tryRequirement(
  requirement: SignerRequirement,
  { evidence, verifications }: Exhibit,
  proofs: readonly Proof[],
  input: JudgeInput,
): Candidate[] {
  return verifications
    .filter(
      verification =>
        verification.trust === trustOf(requirement) &&
        (verification.outcome === 'failed' ||
          verification.predicateType === undefined ||
          isSignature(evidence, verification)),
    )
    .map((verification): Candidate => {
      if (verification.outcome === 'failed' || !verification.signer) {
        const code = verification.code ?? 'verifier-failed';
        return miss(
          code,
          verification.message ?? `The evidence fails: ${REASONS[code].title}.`,
          evidence.digest,
        );
      }
      if (!isSignature(evidence, verification)) {
        return miss(
          'unsupported-format',
          'A genuine signature, but without a signed statement that says what it means.',
          evidence.digest,
        );
      }
      const proof = { evidence, verification, signer: verification.signer };
      const reason = whyNot(requirement, proof, proofs, input);
      if (reason) {
        return { counts: false, reason, signer: proof.signer };
      }
      return isComplete(proof)
        ? { counts: true, proof }
        : { counts: false, reason: gapReason(proof), undecided: true };
    });
}

/** The first thing that keeps a proven statement from being the signature asked for. */
function whyNot(
  requirement: SignerRequirement,
  proof: Proof,
  proofs: readonly Proof[],
  { subject, distrust }: JudgeInput,
): Reason | undefined {
  if (!namesDigest(proof, subject.digest)) {
    return reasonOf(
      'digest-mismatch',
      `The signature by ${signerLabel(
        proof.signer,
      )} was made for other content, not for ${subject.digest}.`,
      proof.evidence.digest,
    );
  }
  const distrusted = distrustOf(proof, proofs, distrust);
  if (distrusted) {
    return distrustedReason(proof, distrusted);
  }
  const mismatch = signerMismatch(requirement, proof.signer);
  return mismatch && mismatchReason(mismatch, proof);
}

/** Genuine, but under trust material the policy does not ask for. */
function underOtherTrust(
  policy: TrustPolicy,
  { proofs, partial }: Exhibit,
): Miss[] {
  const asked = policy.anyOf.map(trustOf);
  return [...proofs, ...partial]
    .filter(({ verification }) => !asked.includes(verification.trust))
    .map(proof => ({
      counts: false,
      reason: mismatchReason(
        {
          code:
            proof.signer.kind === 'keyless' || proof.signer.kind === 'x509'
              ? 'untrusted-root'
              : 'untrusted-key',
        },
        proof,
      ),
      signer: proof.signer,
    }));
}

/**
 * One answer for one piece of evidence. “Not made under this trust” is said by all but one of the trust materials, so it is the answer
 * only when nothing else is; a genuine signer tells more than none; and what may yet be the signature asked for tells most.
 */
function mostTelling(misses: readonly Miss[]): Miss | undefined {
  const weight = ({ reason, signer, undecided }: Miss) => {
    const elsewhere =
      reason.code === 'untrusted-root' || reason.code === 'untrusted-key';
    return undecided
      ? -1
      : (elsewhere && !signer ? 1000 : 0) + rank(reason.code);
  };
  return [...misses].sort((a, b) => weight(a) - weight(b))[0];
}

function miss(code: ReasonCode, message: string, evidence: string): Miss {
  return { counts: false, reason: reasonOf(code, message, evidence) };
}
