import { Reason, RequirementResult, Verdict } from '../verdict/types';
import { reasonOf } from '../verdict/reasons';
import { rootsOf } from './rootsOf';

/**
 * What is known, at the time of reading, about how fresh the facts behind a verdict are.
 *
 * @public
 */
export interface FreshnessInput {
  /** ISO; the last look that read everything it needed. Null: there was none. */
  lastSuccessAt: string | null;
  /** Milliseconds; the smallest of the policies applied. */
  maxStalenessMs: number;
  /** ISO. */
  now: string;
  /** What keeps the chart from being looked at, if something does. */
  problem: Pick<Reason, 'code' | 'message' | 'side'> | null;
  /** Decided by policies, distrust or trust material that are no longer in force: about to be decided anew. */
  judgedOtherwise?: boolean;
  /** Trust roots that have not been refreshed in time. */
  rootsStale?: readonly StaleRoot[];
}

/**
 * A trust root that has not been refreshed in time.
 *
 * @public
 */
export interface StaleRoot {
  id: string;
  /** ISO; null when that cannot be told. */
  since: string | null;
}

const JUDGED_OTHERWISE = reasonOf(
  'not-yet-judged',
  'The policies, the distrust list or the trust material changed; this version has not been judged by them yet.',
);

/**
 * A stored verdict as of now. Facts too old to stand on make `verified` and `unsigned` indeterminate, with the time at which it was
 * last known to be verified. `rejected` stays, with the staleness added: whoever can cut us off from a registry must not be
 * able to take a warning down. A verdict whose key has ended since is `rejected`, as it will be when it is judged again. Never upgrades,
 * and gives the same verdict back when nothing is stale.
 *
 * @public
 */
export function applyFreshness(
  stored: Verdict,
  freshness: FreshnessInput,
): Verdict {
  const verdict = asOfNow(stored, freshness);
  const reasons = [
    ...(freshness.judgedOtherwise ? [JUDGED_OTHERWISE] : []),
    ...staleReasons(freshness),
    ...staleRootReasons(verdict, freshness.rootsStale ?? []),
  ];
  if (reasons.length === 0) {
    return verdict;
  }
  if (verdict.status === 'rejected' || verdict.status === 'indeterminate') {
    return { ...verdict, reasons: [...verdict.reasons, ...reasons] };
  }
  const lastVerifiedAt =
    verdict.status === 'verified'
      ? before(
          later(verdict.decidedAt, freshness.lastSuccessAt),
          concerned(verdict, freshness.rootsStale ?? []),
        )
      : verdict.lastVerifiedAt;
  const line: RequirementResult = {
    id: 'freshness',
    title: 'Looked at recently, with fresh trust material',
    result: 'undecided',
    metBy: [],
    reasons,
  };
  return {
    ...verdict,
    status: 'indeterminate',
    reasons,
    requirements: [line, ...verdict.requirements],
    ...(lastVerifiedAt !== undefined && { lastVerifiedAt }),
  };
}

/** Nothing proves when such a signature was made, so that with its key ends all that stands on it. */
function asOfNow(
  verdict: Verdict,
  { now, lastSuccessAt }: FreshnessInput,
): Verdict {
  const { status, countsUntil, decidedAt } = verdict;
  if (
    status !== 'verified' ||
    countsUntil === undefined ||
    Date.parse(now) < Date.parse(countsUntil)
  ) {
    return verdict;
  }
  const reason = reasonOf(
    'certificate-expired',
    `The key it was signed with counted until ${countsUntil}, and nothing proves that it was signed before.`,
  );
  const lastLook = later(decidedAt, lastSuccessAt);
  const line: RequirementResult = {
    id: 'key-window',
    title: 'Signed with a key that still counts',
    result: 'failed',
    metBy: [],
    reasons: [reason],
  };
  return {
    ...verdict,
    status: 'rejected',
    reasons: [reason],
    requirements: [line, ...verdict.requirements],
    lastVerifiedAt:
      Date.parse(lastLook) < Date.parse(countsUntil) ? lastLook : countsUntil,
  };
}

/**
 * Is the last successful look too long ago? A time that cannot be read, or that lies in the future by as much, is.
 *
 * @public
 */
export function isStale(
  lastSuccessAt: string | null,
  maxStalenessMs: number,
  now: string,
): boolean {
  const age = Date.parse(now) - Date.parse(lastSuccessAt ?? '');
  return !(Math.abs(age) <= maxStalenessMs);
}

function staleReasons(freshness: FreshnessInput): Reason[] {
  const { lastSuccessAt, maxStalenessMs, now, problem } = freshness;
  if (!isStale(lastSuccessAt, maxStalenessMs, now)) {
    return [];
  }
  const since =
    lastSuccessAt === null
      ? 'It has never been looked at with success.'
      : `The last successful look was at ${lastSuccessAt}, longer ago than the policy allows.`;
  return [
    reasonOf('stale', since),
    ...(problem
      ? [{ code: problem.code, message: problem.message, side: problem.side }]
      : []),
  ];
}

function staleRootReasons(
  verdict: Verdict,
  rootsStale: readonly StaleRoot[],
): Reason[] {
  return concerned(verdict, rootsStale).map(({ id, since }) =>
    reasonOf(
      'stale-root',
      `The trust root ${id} has not been refreshed in time${
        since === null ? '' : `: it is stale since ${since}`
      }.`,
    ),
  );
}

function concerned(
  verdict: Verdict,
  rootsStale: readonly StaleRoot[],
): StaleRoot[] {
  if (verdict.status !== 'verified' || rootsStale.length === 0) {
    return [];
  }
  const roots = rootsOf(verdict);
  return rootsStale.filter(({ id }) => roots.includes(id));
}

/** Nothing was verified under a root once it was stale. */
function before(time: string, stale: readonly StaleRoot[]): string {
  const sinces = stale.flatMap(({ since }) => since ?? []);
  return [time, ...sinces].reduce((a, b) =>
    Date.parse(b) < Date.parse(a) ? b : a,
  );
}

function later(decidedAt: string, lastSuccessAt: string | null): string {
  return lastSuccessAt !== null &&
    Date.parse(lastSuccessAt) > Date.parse(decidedAt)
    ? lastSuccessAt
    : decidedAt;
}
