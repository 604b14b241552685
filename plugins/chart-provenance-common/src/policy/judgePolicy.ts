import { Verification } from '../evidence/types';
import { reasonOf } from '../verdict/reasons';
import { Reason, RequirementResult, Signer } from '../verdict/types';
import { Candidate, candidatesOf, Miss } from './candidates';
import { metLine } from './metLine';
import { judgeAttestation } from './judgeAttestation';
import { judgeSource } from './judgeSource';
import { JudgeInput } from './judgeInput';
import { byNearness, isFailure, isPassing } from './nearness';
import { Exhibit, mayBeSignature, Proof } from './proofs';
import { sameSigner } from './sameSigner';
import { attestationLine, signatureLine, sourceLine } from './policyLine';
import { TrustPolicy } from './types';

/**
 * One policy, line by line, with the signer that met its signature or came nearest.
 *
 * @internal
 */
export interface PolicyResult {
  requirements: RequirementResult[];
  /** Why lines are open, without the consequences of one for the other. */
  reasons: Reason[];
  signer?: Signer;
  /** ISO time at which the signature stops to count, if it does. */
  countsUntil?: string;
}

/**
 * Judges one policy. All of its lines must be met by one signer; of several that may sign, the one that meets most is shown.
 *
 * @internal
 */
export function judgePolicy(
  policy: TrustPolicy,
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): PolicyResult {
  const candidates = candidatesOf(
    policy,
    exhibits.filter(mayBeSignature),
    exhibits,
    input,
  );
  const signatures = candidates
    .flatMap(candidate => (candidate.counts ? [candidate.proof] : []))
    // Of equally good ones the one that counts longest: when it ends, none is left.
    .sort((a, b) => endOf(b.verification) - endOf(a.verification));
  const results = bySigner(signatures).map(proofs =>
    judgeSigner(policy, proofs, exhibits, input),
  );
  const best = results.sort(
    (a, b) => failures(a) - failures(b) || openLines(a) - openLines(b),
  )[0];
  return best ?? withoutSigner(policy, candidates, input);
}

/** Nothing but the signer is judged further, and one signature can be attached a thousand times. */
function bySigner(signatures: readonly Proof[]): Proof[][] {
  const groups: Proof[][] = [];
  for (const proof of signatures) {
    const group = groups.find(([{ signer }]) =>
      sameSigner(signer, proof.signer),
    );
    if (group) {
      group.push(proof);
    } else {
      groups.push([proof]);
    }
  }
  return groups;
}

function judgeSigner(
  policy: TrustPolicy,
  signatures: readonly Proof[],
  exhibits: readonly Exhibit[],
  input: JudgeInput,
): PolicyResult {
  const [proof] = signatures;
  const source = judgeSource(policy, proof, exhibits, input);
  const requirements: RequirementResult[] = [
    { ...signatureLine(policy), ...metLine(signatures) },
    ...policy.requireAttestations.map((requirement, index) => ({
      ...attestationLine(policy, index),
      ...judgeAttestation(
        { requirement, policy, signer: proof.signer },
        exhibits,
        input,
      ),
    })),
  ];
  if (source) {
    const expected = input.chart.expectedSource ?? '';
    requirements.splice(1, 0, { ...sourceLine(policy, expected), ...source });
  }
  return {
    requirements,
    reasons: requirements.flatMap(({ reasons }) => reasons),
    signer: proof.signer,
    ...(proof.verification.countsUntil && {
      countsUntil: proof.verification.countsUntil,
    }),
  };
}

/** The signature line is open, and so is everything that hangs on it. */
function withoutSigner(
  policy: TrustPolicy,
  candidates: readonly Candidate[],
  input: JudgeInput,
): PolicyResult {
  const misses = candidates.flatMap(candidate =>
    candidate.counts ? [] : [candidate],
  );
  const { result, reasons } = whyOpen(misses, input);
  const consequence = (what: string) => ({
    result,
    metBy: [],
    reasons: [
      { ...reasons[0], message: `No signature counts, and so ${what}.` },
    ],
  });
  const { expectedSource } = input.chart;
  const nearest = reasons.find(({ code }) => isFailure(code));
  return {
    requirements: [
      { ...signatureLine(policy), result, metBy: [], reasons },
      ...(expectedSource === null
        ? []
        : [
            {
              ...sourceLine(policy, expectedSource),
              ...consequence('nothing proves the source'),
            },
          ]),
      ...policy.requireAttestations.map((_, index) => ({
        ...attestationLine(policy, index),
        ...consequence('no attestation does'),
      })),
    ],
    reasons,
    signer: misses.find(({ reason }) => reason === nearest)?.signer,
  };
}

function whyOpen(
  misses: readonly Miss[],
  { evidenceComplete, chart }: JudgeInput,
): { result: 'failed' | 'undecided'; reasons: Reason[] } {
  const mayPass = ({ reason, undecided }: Miss) =>
    undecided || isPassing(reason.code);
  const passing = byNearness(
    misses.filter(mayPass).map(({ reason }) => reason),
  );
  const others = byNearness(
    misses.filter(miss => !mayPass(miss)).map(({ reason }) => reason),
  );
  const unread = evidenceComplete.ok
    ? passing
    : [evidenceComplete.problem, ...passing];
  if (unread.length > 0) {
    // What is unread may be the good signature: a bad one at hand does not decide.
    return { result: 'undecided', reasons: [...unread, ...others] };
  }
  if (others.length === 0) {
    return {
      result: 'failed',
      reasons: [
        reasonOf('no-signature', `No signature is attached to ${chart.name}.`),
      ],
    };
  }
  return {
    result: others.some(({ code }) => isFailure(code)) ? 'failed' : 'undecided',
    reasons: others,
  };
}

function endOf({ countsUntil }: Pick<Verification, 'countsUntil'>): number {
  // Not infinite: the difference of two such is no number.
  return countsUntil === undefined
    ? Number.MAX_SAFE_INTEGER
    : Date.parse(countsUntil);
}

/** One who may still meet everything comes before one who cannot, however much that one attests: a stranger decides nothing for others. */
function failures({ requirements }: PolicyResult): number {
  const fails = ({ result, reasons }: RequirementResult) =>
    result !== 'met' && reasons.some(({ code }) => isFailure(code));
  return Number(requirements.some(fails));
}

function openLines({ requirements }: PolicyResult): number {
  return requirements.filter(({ result }) => result !== 'met').length;
}
