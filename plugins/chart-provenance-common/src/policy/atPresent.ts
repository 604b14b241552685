import { Verification } from '../evidence/types';

/**
 * A proof as of now. Where nothing proves when a signature was made, its key is judged by today's date: outside of the window in which
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
