import { Lease, Reschedule } from '../store';
import { WalkProblem } from '../walk/types';

/** When to look again. All in milliseconds. */
export interface Schedule {
  /** Between two looks that went well. */
  intervalMs: number;
  /** After the first failure; doubled with each further one, up to the interval. 30 seconds unless told. */
  retryMs?: number;
  /** How long a registry that did not answer is left alone at first; doubled up to 5 minutes. 5 seconds unless told. */
  hostRetryMs?: number;
}

const RETRY_MS = 30_000;
const HOST_RETRY_MS = 5_000;
const MAX_HOST_RETRY_MS = 5 * 60_000;
/** What a registry may ask us to wait at most. */
const MAX_RETRY_AFTER_MS = 24 * 60 * 60_000;

/**
 * When a row is due again. Spread by a tenth, so that rows made together do not stay together. What the registry asks us to
 * wait is waited in full.
 *
 * @param random - in [0, 1).
 */
export function reschedule(
  lease: Pick<Lease, 'attempts'>,
  problem: WalkProblem | undefined,
  schedule: Schedule,
  now: Date,
  random: number,
): Reschedule {
  const spread = 0.9 + random * 0.2;
  const wait = problem
    ? Math.min(
        schedule.intervalMs,
        doubled(schedule.retryMs ?? RETRY_MS, lease.attempts),
      )
    : schedule.intervalMs;
  const waitMs = Math.max(wait * spread, askedToWait(problem));
  return { dueAt: after(now, waitMs), problem: problem ?? null };
}

/** Until when a registry that failed that often in a row before is left alone (ISO). */
export function hostBackOff(
  problem: WalkProblem,
  failures: number,
  schedule: Schedule,
  now: Date,
): string {
  const wait = doubled(schedule.hostRetryMs ?? HOST_RETRY_MS, failures);
  return after(
    now,
    Math.max(Math.min(wait, MAX_HOST_RETRY_MS), askedToWait(problem)),
  );
}

function askedToWait(problem: WalkProblem | undefined): number {
  return Math.min(problem?.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
}

function doubled(ms: number, times: number): number {
  return ms * 2 ** Math.min(times, 20);
}

function after(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}
