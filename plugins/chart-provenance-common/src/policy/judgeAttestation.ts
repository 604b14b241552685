import { reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import { Reason } from '../verdict/types';
import { Asked, Attestation, attestationsOf, isOfType } from './attestations';
import { JudgeInput } from './judgeInput';
import { byNearness, isPassing } from './nearness';
import { LineResult } from './policyLine';
import { Exhibit } from './proofs';
import { metLine } from './metLine';
import { signerWords } from './signerWords';

/**
 * Has whoever is asked for attested the predicate type over this digest? What others attest does not count, and the message says who did.
 *
 * @internal
 */
export function judgeAttestation(
  asked: Asked,
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): LineResult {
  const attestations = attestationsOf(asked, exhibits, input);
  const good = attestations.flatMap(one => (one.counts ? [one.proof] : []));
  if (good.length > 0) {
    return metLine(good);
  }
  const unread = unreadReason(asked.requirement.type, exhibits, input);
  const undecided = reasonsOf(attestations, true)[0];
  if (unread ?? undecided) {
    return {
      result: 'undecided',
      metBy: [],
      reasons: [unread, undecided].flatMap(reason => reason ?? []),
    };
  }
  return {
    result: 'failed',
    metBy: [],
    reasons: [
      byNearness(reasonsOf(attestations, false))[0] ??
        whyMissing(asked, exhibits),
    ],
  };
}

function reasonsOf(
  attestations: readonly Attestation[],
  undecided: boolean,
): Reason[] {
  return attestations.flatMap(one =>
    one.counts || (one.undecided ?? false) !== undecided ? [] : [one.reason],
  );
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

/** No statement of the type is proven to be anybody's. */
function whyMissing(
  { requirement: { type, anyOf }, signer }: Asked,
  exhibits: readonly Exhibit[],
): Reason {
  const claimed = exhibits.find(({ evidence }) =>
    isOfType(type, evidence.predicateType),
  );
  if (claimed) {
    return reasonOf(
      'missing-attestation',
      `${type} is attached, but nothing proves who attested it.`,
      claimed.evidence.digest,
    );
  }
  const by = anyOf
    ? [...new Set(anyOf.map(signerWords))].slice(0, 3).join(', or ')
    : signerLabel(signer);
  return reasonOf(
    'missing-attestation',
    anyOf && anyOf.length > 1
      ? `None of ${by} has attested ${type}.`
      : `${by} has not attested ${type}.`,
  );
}
