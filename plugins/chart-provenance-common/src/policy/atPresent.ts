import { Verification } from '../evidence/types';

/** Clocks of logs and timestamp authorities may be ahead of ours by this much: 5 minutes, in milliseconds. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;

/**
 * A proof as of now. One whose every proven time lies in the future is not proven: a clock is wrong, and it may be ours. Where nothing proves when a signature was made, its key is judged by today's date: outside of the window in which
 * it counts, nothing is proven by it.
 *
 * @param now - ISO
 * @returns the same object while it counts, and a failed outcome when it does not
 * @public
 */
export function atPresent(
  verification: Verification,
  now: string,
): Verification {
  const { evidence, trust, outcome, countsFrom, countsUntil } = verification;
  if (outcome === 'failed') {
    return verification;
  }
  const at = Date.parse(now);
  if (isFromFuture(verification.verifiedTimes ?? [], at)) {
    return {
      evidence,
      trust,
      outcome: 'failed',
      code: 'verifier-failed',
      message: `It is proven to be signed at ${verification.verifiedTimes?.[0]}, which lies in the future. A clock is wrong: here, or where it was signed.`,
    };
  }
  // Written so that a time that cannot be read leaves nothing proven.
  const begun = countsFrom === undefined || Date.parse(countsFrom) <= at;
  const ended = countsUntil !== undefined && !(at < Date.parse(countsUntil));
  if (begun && !ended) {
    return verification;
  }
  return {
    evidence,
    trust,
    outcome: 'failed',
    code: 'certificate-expired',
    message: ended
      ? `The key or the signature counted until ${countsUntil}, and nothing proves that it was made before.`
      : `It counts from ${countsFrom} on, which is in the future.`,
  };
}

function isFromFuture(times: readonly string[], at: number): boolean {
  return (
    times.length > 0 &&
    times.every(time => !(Date.parse(time) <= at + CLOCK_SKEW_MS))
  );
}
