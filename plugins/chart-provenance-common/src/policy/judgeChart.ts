import { REASONS, reasonOf } from '../verdict/reasons';
import { RequirementResult } from '../verdict/types';
import { distrustedReason } from './distrustedReason';
import { distrustOf } from './distrustOf';
import { JudgeInput } from './judgeInput';
import { isFailure } from './nearness';
import { isSignature } from './predicateTypes';
import { Exhibit, isComplete, Proof, proofsAbout } from './proofs';

/**
 * Genuine signatures of this digest, whoever made them, and however far they were checked.
 *
 * @internal
 */
export function genuineSignatures(
  exhibits: readonly Exhibit[],
  digest: string,
): Proof[] {
  return proofsAbout(exhibits, digest).filter(proof =>
    isSignature(proof.evidence, proof.verification),
  );
}

/**
 * Is the digest distrusted, or vouched for by distrusted signers alone? A distrusted signature beside a good one only fails to
 * count: signing again is the remedy for a leaked key, and the old signature stays in the registry.
 *
 * @internal
 */
export function judgeDistrust(
  exhibits: readonly Exhibit[],
  { subject, distrust }: JudgeInput,
): RequirementResult {
  const line = { id: 'distrust', title: 'Free of what the operator distrusts' };
  const byDigest = distrust.find(({ digest }) => digest === subject.digest);
  if (byDigest) {
    const reason = reasonOf(
      'distrusted',
      `This digest is distrusted: ${byDigest.reason}`,
    );
    return { ...line, result: 'failed', metBy: [], reasons: [reason] };
  }
  const genuine = genuineSignatures(exhibits, subject.digest);
  // One that was not checked to the end cannot vouch for a chart beside one that was, and is distrusted.
  const complete = genuine.filter(isComplete);
  const vouching = complete.length > 0 ? complete : genuine;
  const proofs = proofsAbout(exhibits, subject.digest);
  const distrusted = vouching.flatMap(proof => {
    const entry = distrustOf(proof, proofs, distrust);
    return entry ? [distrustedReason(proof, entry)] : [];
  });
  const failed = vouching.length > 0 && distrusted.length === vouching.length;
  return failed
    ? { ...line, result: 'failed', metBy: [], reasons: distrusted }
    : { ...line, result: 'met', metBy: [], reasons: [] };
}

/**
 * Can the chart be judged at all: is it known whose it is, who may sign, and is it a chart?
 *
 * @internal
 */
export function judgeCircumstances({
  chart,
}: JudgeInput): RequirementResult | undefined {
  const reasons = [...chart.problems];
  if (
    chart.policies.length === 0 &&
    !reasons.some(({ code }) => REASONS[code].status === 'indeterminate')
  ) {
    reasons.push(
      reasonOf('no-policy', 'Nobody has said who may sign this chart.'),
    );
  }
  return reasons.length === 0
    ? undefined
    : {
        id: 'chart',
        title: 'It is known whose chart it is and who may sign it',
        result: reasons.some(({ code }) => isFailure(code))
          ? 'failed'
          : 'undecided',
        metBy: [],
        reasons,
      };
}

/**
 * Does it matter that not everything was read? With a source distrusted, an unread statement of the signer may still name it; and
 * without a policy nothing else says so. Otherwise what is unread can only add signatures, and those take nothing away.
 *
 * @internal
 */
export function judgeUnread({
  chart,
  evidenceComplete,
  distrust,
}: JudgeInput): RequirementResult | undefined {
  const matters =
    chart.policies.length === 0 ||
    distrust.some(({ sourceRepository }) => sourceRepository !== undefined);
  return !evidenceComplete.ok && matters
    ? {
        id: 'evidence',
        title: 'Everything attached was read',
        result: 'undecided',
        metBy: [],
        reasons: [evidenceComplete.problem],
      }
    : undefined;
}
