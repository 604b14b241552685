import { REASONS, reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { Reason, ReasonCode, Signer } from '../verdict/types';
import { distrustOf } from './distrustOf';
import { JudgeInput } from './judgeInput';
import { rank } from './nearness';
import { isSignature } from './predicateTypes';
import { Exhibit, namesDigest, Proof } from './proofs';
import { signerMismatch, trustOf } from './signerMeets';
import { SignerRequirement, TrustPolicy } from './types';

/**
 * What one piece of evidence is worth as a signature under one policy.
 *
 * @internal
 */
export type Candidate =
  | { counts: true; proof: Proof }
  | { counts: false; reason: Reason; signer?: Signer };

type Miss = Extract<Candidate, { counts: false }>;

/**
 * Judges each exhibit as the policy's signature, on its own: a bad one beside a good one changes nothing.
 *
 * @internal
 */
export function candidatesOf(
  policy: TrustPolicy,
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): Candidate[] {
  const proofs = exhibits
    .flatMap(exhibit => exhibit.proofs)
    .filter(proof => namesDigest(proof, input.subject.digest));
  return exhibits.map(exhibit => {
    const results = policy.anyOf.flatMap(requirement =>
      tryRequirement(requirement, exhibit, proofs, input),
    );
    const good = results.find(({ counts }) => counts);
    const misses = results.filter((result): result is Miss => !result.counts);
    return (
      good ??
      mostTelling([...misses, ...underOtherTrust(policy, exhibit)]) ??
      unread(policy, exhibit)
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
      return reason
        ? { counts: false, reason, signer: proof.signer }
        : { counts: true, proof };
    });
}

/** The first thing that keeps a proven statement from being the signature asked for. */
function whyNot(
  requirement: SignerRequirement,
  proof: Proof,
  proofs: readonly Proof[],
  { subject, distrust }: JudgeInput,
): Reason | undefined {
  const { digest } = proof.evidence;
  const by = signerLabel(proof.signer);
  if (!namesDigest(proof, subject.digest)) {
    return reasonOf(
      'digest-mismatch',
      `The signature by ${by} was made for other content, not for ${subject.digest}.`,
      digest,
    );
  }
  const distrusted = distrustOf(proof, proofs, distrust);
  if (distrusted) {
    return reasonOf(
      'distrusted',
      `The signature by ${by} does not count: ${distrusted.reason}`,
      digest,
    );
  }
  const mismatch = signerMismatch(requirement, proof.signer);
  return (
    mismatch &&
    reasonOf(
      mismatch,
      mismatchMessage(mismatch, requirement, proof.signer),
      digest,
    )
  );
}

function mismatchMessage(
  code: ReasonCode,
  requirement: SignerRequirement,
  signer: Signer,
): string {
  if (
    code === 'wrong-issuer' &&
    requirement.kind === 'keyless' &&
    signer.kind === 'keyless'
  ) {
    return `Signed by ${signerLabel(signer)}, whose identity comes from ${
      signer.issuer
    }; the policy asks for ${requirement.issuer}.`;
  }
  return `Signed by ${signerLabel(signer)}, whom the policy does not name.`;
}

/** Genuine, but under trust material the policy does not ask for. */
function underOtherTrust(
  policy: TrustPolicy,
  { evidence, proofs }: Exhibit,
): Miss[] {
  const asked = policy.anyOf.map(trustOf);
  return proofs
    .filter(({ verification }) => !asked.includes(verification.trust))
    .map(({ signer }) => ({
      ...(signer.kind === 'keyless'
        ? miss(
            'untrusted-root',
            `Signed by ${signerLabel(signer)} under the trust root ${
              signer.root
            }, which the policy does not name.`,
            evidence.digest,
          )
        : miss(
            'untrusted-key',
            `Signed by ${signerLabel(signer)}, which the policy does not name.`,
            evidence.digest,
          )),
      signer,
    }));
}

/**
 * One answer for one piece of evidence. “Not made under this trust” is said by all but one of the trust materials, so it is the answer
 * only when nothing else is; a genuine signer tells more than none.
 */
function mostTelling(misses: readonly Miss[]): Miss | undefined {
  const weight = ({ reason, signer }: Miss) => {
    const elsewhere =
      reason.code === 'untrusted-root' || reason.code === 'untrusted-key';
    return (elsewhere && !signer ? 1000 : 0) + rank(reason.code);
  };
  return [...misses].sort((a, b) => weight(a) - weight(b))[0];
}

/** Nothing was verified under any trust material the policy names. */
function unread(
  policy: TrustPolicy,
  { evidence, verifications }: Exhibit,
): Miss {
  const failed = verifications.find(({ code }) => code !== undefined);
  if (failed?.code) {
    return miss(
      failed.code,
      failed.message ??
        'It was not made under any trust material that the policy names.',
      evidence.digest,
    );
  }
  if (evidence.problem) {
    return miss(
      evidence.problem.code,
      evidence.problem.message,
      evidence.digest,
    );
  }
  if (
    evidence.format === 'sigstore-bundle-v0.3' ||
    evidence.format === 'cosign-legacy'
  ) {
    // Without roots and keys there is nothing to wait for.
    return policy.anyOf.every(({ kind }) => kind === 'keyring')
      ? miss(
          'untrusted-root',
          'A Sigstore signature is attached; the policy asks for a provenance file.',
          evidence.digest,
        )
      : miss(
          'not-yet-judged',
          'This evidence has not been verified yet.',
          evidence.digest,
        );
  }
  return miss(
    'unsupported-format',
    evidence.kind === 'provenance-file'
      ? 'A Helm provenance file is present, and no keyring that could prove it is configured.'
      : 'A signature is present in a format that is not verified here.',
    evidence.digest,
  );
}

function miss(code: ReasonCode, message: string, evidence: string): Miss {
  return { counts: false, reason: reasonOf(code, message, evidence) };
}
