import { Freshness, reasonOf } from 'backstage-plugin-chart-provenance-common';
import { ChartRow, fromNullableJson } from './rows';
import { StoredReason } from './types';

/** What the queue says of a chart: when it is looked at next. */
export interface NextTry {
  dueAt: string | null;
  backingOffUntil: string | null;
  /** Why its registry is left alone, and nothing else is known yet. */
  hostProblem: string | null;
}

/** The chart's freshness as the API answers it. A chart that was never looked at is not stale yet: it has no verdicts. */
export function freshnessOf(
  row: ChartRow,
  stale: boolean,
  next: NextTry,
): Freshness {
  const problem =
    fromNullableJson<StoredReason>(row.problem) ??
    (row.last_attempt_at === null ? hostProblemOf(next) : null);
  return {
    lastAttemptAt: row.last_attempt_at,
    lastSuccessAt: row.last_success_at,
    stale: stale && row.last_attempt_at !== null,
    nextTryAt: latest(next.dueAt, next.backingOffUntil),
    problem: problem && {
      ...problem,
      since: row.failing_since ?? row.last_attempt_at ?? row.first_seen_at,
    },
  };
}

/**
 * A chart that waits because its registry does not answer its neighbours is not merely being indexed for the first time. What was
 * said there names the neighbour's repository, which is for operators only.
 */
function hostProblemOf({
  backingOffUntil,
  hostProblem,
}: NextTry): StoredReason | null {
  return backingOffUntil === null || hostProblem === null
    ? null
    : reasonOf(
        'registry-unreachable',
        'The registry does not answer other requests, and is left alone for now.',
      );
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) {
    return a;
  }
  return a > b ? a : b;
}
