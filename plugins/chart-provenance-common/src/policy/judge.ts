import { REASONS, reasonOf } from '../verdict/reasons';
import { signerLabel } from '../verdict/signerLabel';
import {
  Reason,
  ReasonCode,
  RequirementResult,
  Signer,
  Verdict,
  VerdictStatus,
} from '../verdict/types';
import {
  genuineSignatures,
  judgeCircumstances,
  judgeDistrust,
  judgeUnread,
} from './judgeChart';
import { distrustOf } from './distrustOf';
import { JudgeInput } from './judgeInput';
import { judgePolicy, PolicyResult } from './judgePolicy';
import { judgeTags } from './judgeTags';
import { byNearness, isFailure } from './nearness';
import {
  Exhibit,
  exhibitsOf,
  isComplete,
  mayBeSignature,
  proofsAbout,
} from './proofs';

/** Doubts about who may sign. Where nothing is signed they change nothing: `unsigned` is true whoever may. */
const POLICY_DOUBTS: readonly ReasonCode[] = [
  'no-policy',
  'unknown-policy',
  'policy-not-selectable',
];

/**
 * The verdict for one chart version: synchronous, pure, and closed. In this order:
 *
 * 1. any line failed → `rejected` (a distrusted digest, a contradicting tag, a policy that cannot be met any more)
 * 2. everything was read and no signature is there → `unsigned`, whether or not anybody has said who may sign
 * 3. any line undecided → `indeterminate`
 * 4. every line of every policy met on this digest → `verified`
 *
 * Incomplete evidence does not stand against a policy that is met with what is at hand: more evidence only adds signatures, and a
 * bad one never hides a good one. It does keep a policy that is not met from being called failed.
 *
 * @public
 */
export function judge(input: JudgeInput): Verdict {
  return judgeAs(input, judgeTags(input));
}

/**
 * The same with the lines that hold for this kind of artifact.
 *
 * @internal
 */
export function judgeAs(
  input: JudgeInput,
  ownLines: readonly RequirementResult[],
): Verdict {
  const exhibits = exhibitsOf(input);
  const policies = input.chart.policies.map(policy =>
    judgePolicy(policy, exhibits, input),
  );
  const before = [
    judgeDistrust(exhibits, input),
    ...optional(judgeCircumstances(input)),
  ];
  const after = [...optional(judgeUnread(input)), ...ownLines];
  const requirements = [
    ...before,
    ...policies.flatMap(policy => policy.requirements),
    ...after,
  ];
  const reasons = [...before, ...policies, ...after].flatMap(
    part => part.reasons,
  );
  const status = statusOf(requirements, exhibits, input);
  const signer = signerOf(policies, exhibits, input);
  return {
    status,
    reasons:
      status === 'verified'
        ? [policyMet(signer, input)]
        : openReasons(status, reasons, input),
    requirements,
    ...(signer && { signer }),
    policies: input.chart.policies.map(({ name }) => name),
    decidedAt: input.now,
    ...(status === 'verified' && firstEndOf(policies)),
    ...(status !== 'verified' &&
      input.lastVerifiedAt && { lastVerifiedAt: input.lastVerifiedAt }),
  };
}

function statusOf(
  requirements: readonly RequirementResult[],
  exhibits: readonly Exhibit[],
  { chart, evidenceComplete }: JudgeInput,
): VerdictStatus {
  const open = requirements.filter(({ result }) => result !== 'met');
  if (
    open.some(
      ({ result, reasons }) =>
        result === 'failed' && reasons.some(({ code }) => isFailure(code)),
    )
  ) {
    return 'rejected';
  }
  const otherDoubts =
    chart.problems.some(({ code }) => !POLICY_DOUBTS.includes(code)) ||
    open.some(
      ({ id, result }) => id === 'tag-version' && result === 'undecided',
    );
  if (
    evidenceComplete.ok &&
    !otherDoubts &&
    !exhibits.some(exhibit => mayBeSignature(exhibit))
  ) {
    return 'unsigned';
  }
  return open.length > 0 || chart.policies.length === 0
    ? 'indeterminate'
    : 'verified';
}

function policyMet(signer: Signer | undefined, { chart }: JudgeInput): Reason {
  const by = signer ? signerLabel(signer) : 'its signers';
  const names = chart.policies.map(({ name }) => name).join(' and ');
  return reasonOf(
    'policy-met',
    signer?.kind === 'pgp'
      ? `The chart archive was signed by ${by}, as ${names} asks; the manifest around it, with its annotations, was not.`
      : `Signed by ${by}, as ${names} asks.`,
  );
}

/** All policies have to be met, so the verdict ends with the first that ends. */
function firstEndOf(
  policies: readonly PolicyResult[],
): Pick<Verdict, 'countsUntil'> {
  const ends = policies.flatMap(({ countsUntil }) => countsUntil ?? []).sort();
  return ends.length > 0 ? { countsUntil: ends[0] } : {};
}

/** What made the verdict comes first; the rest is listed, lest mending one thing only brings up the next. */
function openReasons(
  status: VerdictStatus,
  reasons: readonly Reason[],
  input: JudgeInput,
): Reason[] {
  const all =
    status === 'unsigned' ? [unsignedReason(input), ...reasons] : reasons;
  const leading = all.filter(({ code }) => REASONS[code].status === status);
  const others = all.filter(({ code }) => REASONS[code].status !== status);
  return [...byNearness(leading), ...byNearness(others)];
}

function unsignedReason({ chart, evidence, subject }: JudgeInput): Reason {
  const others = evidence.filter(
    item => item.subject === subject.digest,
  ).length;
  return reasonOf(
    'no-signature',
    others === 0
      ? `No signature is attached to ${chart.name}.`
      : `No signature is attached to ${chart.name}; what is attached (${others}) is none.`,
  );
}

/** The signer that met the first policy or came nearest; without a policy, one to propose to the operator. */
function signerOf(
  policies: readonly PolicyResult[],
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): Signer | undefined {
  const genuine = genuineSignatures(exhibits, input.subject.digest).filter(
    isComplete,
  );
  const proofs = proofsAbout(exhibits, input.subject.digest);
  const proposed = genuine.find(
    proof => distrustOf(proof, proofs, input.distrust) === undefined,
  );
  return (
    policies.find(({ signer }) => signer)?.signer ??
    (proposed ?? genuine[0])?.signer
  );
}

function optional<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
