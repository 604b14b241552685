import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { trustsOf } from '../trustsOf';
import { VerifyInput, VerifyOutcome } from '../types';

const FAILURE = {
  code: 'verifier-failed' as const,
  message:
    'The verifier gave up on it: it took too much time or memory, or was written to break whoever reads it.',
};

/** Nothing is proven by evidence over which the verifier broke: a failure under everything that could have made it. */
export function gaveUpVerifying(
  { evidence, format }: VerifyInput,
  trust: Parameters<typeof trustsOf>[1],
): Omit<VerifyOutcome, 'materialHash'> {
  return {
    verifications: trustsOf(format, trust).map(each => ({
      ...{ evidence, trust: each, outcome: 'failed' as const },
      ...FAILURE,
    })),
  };
}

/** Nothing is known of what it is, but that it is there. */
export function gaveUpDecoding(evidence: Evidence): Evidence {
  return { ...evidence, problem: FAILURE };
}
