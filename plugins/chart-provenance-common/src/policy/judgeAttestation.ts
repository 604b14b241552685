import { reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { Reason } from '../verdict/types';
import { JudgeInput } from './judgeInput';
import { isPassing } from './nearness';
import { LineResult } from './policyLine';
import { predicateTypeMatches } from './predicateTypes';
import { Exhibit, Proof } from './proofs';
import { statementsBy } from './statementsBy';

/**
 * Has the signer attested the predicate type over this digest? What others attest does not count, and the message says who did.
 *
 * @internal
 */
export function judgeAttestation(
  required: string,
  { signer }: Proof,
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): LineResult {
  const good = statementsBy(signer, exhibits, input).filter(
    ({ verification }) => isOfType(required, verification.predicateType),
  );
  if (good.length > 0) {
    return {
      result: 'met',
      metBy: [...new Set(good.map(({ evidence }) => evidence.digest))],
      reasons: [],
    };
  }
  const unread = unreadReason(required, exhibits, input);
  if (unread) {
    return { result: 'undecided', metBy: [], reasons: [unread] };
  }
  return {
    result: 'failed',
    metBy: [],
    reasons: [whyMissing(required, signer, exhibits)],
  };
}

function isOfType(required: string, actual: string | undefined): boolean {
  return actual !== undefined && predicateTypeMatches(required, actual);
}

/**
 * Why an attestation of the type may yet turn up; undefined when everything that could be one was read.
 *
 * @internal
 */
export function unreadReason(
  required: string,
  exhibits: readonly Exhibit[],
  { evidenceComplete }: JudgeInput,
): Reason | undefined {
  if (!evidenceComplete.ok) {
    return evidenceComplete.problem;
  }
  for (const { evidence, verifications } of exhibits) {
    const code =
      verifications.length > 0
        ? verifications.find(({ code: failed }) => failed && isPassing(failed))
            ?.code
        : evidence.problem?.code ?? 'not-yet-judged';
    const concerns =
      evidence.predicateType === undefined
        ? evidence.problem !== undefined
        : isOfType(required, evidence.predicateType);
    if (concerns && code && isPassing(code)) {
      return reasonOf(
        code,
        `The attestation ${required} could not be checked yet.`,
        evidence.digest,
      );
    }
  }
  return undefined;
}

function whyMissing(
  required: string,
  signer: Proof['signer'],
  exhibits: readonly Exhibit[],
): Reason {
  const by = signerLabel(signer);
  for (const { evidence, proofs } of exhibits) {
    const other = proofs.find(({ verification }) =>
      isOfType(required, verification.predicateType),
    );
    if (other) {
      const who = signerLabel(other.signer);
      return reasonOf(
        'missing-attestation',
        who === by
          ? `${required} is attested, but not about this chart by a statement that counts.`
          : `${required} is attested by ${who}, not by the signer, ${by}.`,
        evidence.digest,
      );
    }
  }
  const claimed = exhibits.find(({ evidence }) =>
    isOfType(required, evidence.predicateType),
  );
  return claimed
    ? reasonOf(
        'missing-attestation',
        `${required} is attached, but nothing proves who attested it.`,
        claimed.evidence.digest,
      )
    : reasonOf('missing-attestation', `${by} has not attested ${required}.`);
}
