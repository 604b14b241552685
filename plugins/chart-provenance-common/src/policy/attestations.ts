import { reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { Reason, Signer } from '../verdict/types';
import { distrustedReason } from './distrustedReason';
import { distrustOf } from './distrustOf';
import { gapReason } from './gapReason';
import { JudgeInput } from './judgeInput';
import { isAttestation, predicateTypeMatches } from './predicateTypes';
import { Exhibit, isComplete, namesDigest, Proof, proofsAbout } from './proofs';
import { callerFault } from './callerFault';
import { provenanceFault } from './provenanceFault';
import { sameSigner } from './sameSigner';
import { signerMismatch, trustOf } from './signerMeets';
import { signerWords } from './signerWords';
import {
  AttestationRequirement,
  SignerRequirement,
  TrustPolicy,
} from './types';

/**
 * What an attestation is asked for: by which policy, beside which signature.
 *
 * @internal
 */
export interface Asked {
  requirement: AttestationRequirement;
  policy: Pick<TrustPolicy, 'anyOf'>;
  /** Who made the signature that counts. */
  signer: Signer;
}

/**
 * What one proven statement is worth for a requirement.
 *
 * @internal
 */
export type Attestation =
  | { counts: true; proof: Proof }
  | { counts: false; reason: Reason; undecided?: true };

/**
 * Judges each proven statement of the type, on its own: a bad one beside a good one changes nothing.
 *
 * @internal
 */
export function attestationsOf(
  asked: Asked,
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): Attestation[] {
  return exhibits
    .flatMap(({ proofs, partial }) => [...proofs, ...partial])
    .filter(
      ({ evidence, verification }) =>
        isAttestation(evidence, verification) &&
        isOfType(asked.requirement.type, verification.predicateType),
    )
    .map(proof => judgeOne(asked, proof, exhibits, input));
}

/**
 * Is it of the type that is required, in whatever version?
 *
 * @internal
 */
export function isOfType(
  required: string,
  actual: string | undefined,
): boolean {
  return actual !== undefined && predicateTypeMatches(required, actual);
}

function judgeOne(
  asked: Asked,
  proof: Proof,
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): Attestation {
  const { digest } = input.subject;
  const reason =
    whyNotThis(asked, proof, digest) ??
    distrusted(proof, exhibits, input) ??
    callerFault(asked.requirement, proof, input.chart.expectedSource) ??
    provenanceFault(proof, {
      builders: asked.requirement.builders,
      expectedSource: input.chart.expectedSource,
    });
  if (reason) {
    return { counts: false, reason };
  }
  return isComplete(proof)
    ? { counts: true, proof }
    : { counts: false, reason: gapReason(proof), undecided: true };
}

function whyNotThis(
  { requirement, policy, signer }: Asked,
  proof: Proof,
  digest: string,
): Reason | undefined {
  const who = signerLabel(proof.signer);
  const missing = (message: string) =>
    reasonOf('missing-attestation', message, proof.evidence.digest);
  const { type, anyOf } = requirement;
  if (!namesDigest(proof, digest)) {
    return missing(`${type} is attested by ${who}, but not about this chart.`);
  }
  const mismatch = closest(anyOf ?? policy.anyOf, proof);
  const other = anyOf === undefined && !sameSigner(proof.signer, signer);
  if (!other && mismatch === undefined) {
    return undefined;
  }
  const by = signerLabel(signer);
  if (other && who === by) {
    return missing(
      `${type} is attested under the same name, ${who}, but under another root or key, or from another source repository.`,
    );
  }
  if (!other && mismatch?.words) {
    return missing(`${type} is attested by ${who}, ${mismatch.words}.`);
  }
  return missing(
    `${type} is attested by ${who}, not by ${
      anyOf === undefined ? `the signer, ${by}` : anyOfWords(anyOf)
    }.`,
  );
}

/** Undefined when one of the alternatives fits; else what comes closest of it. */
function closest(anyOf: readonly SignerRequirement[], proof: Proof) {
  const mismatches = anyOf.map(one =>
    trustOf(one) === proof.verification.trust
      ? signerMismatch(one, proof.signer)
      : { code: 'untrusted-root' as const },
  );
  return mismatches.includes(undefined)
    ? undefined
    : mismatches.find(one => one !== undefined && 'words' in one) ??
        mismatches[0] ?? { code: 'untrusted-root' as const };
}

function anyOfWords(anyOf: readonly SignerRequirement[]): string {
  const words = [...new Set(anyOf.map(signerWords))];
  const more = words.length - 3;
  return `${words.slice(0, 3).join(', or ')}${
    more > 0 ? `, or ${more} more` : ''
  }`;
}

function distrusted(
  proof: Proof,
  exhibits: readonly Exhibit[],
  { subject, distrust }: JudgeInput,
): Reason | undefined {
  const entry = distrustOf(
    proof,
    proofsAbout(exhibits, subject.digest),
    distrust,
  );
  return entry && distrustedReason(proof, entry);
}
