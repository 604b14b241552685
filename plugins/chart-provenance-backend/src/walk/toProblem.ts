import { OrasErrorCode } from 'chart-provenance-oras';
import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import { WalkProblem } from './types';

const REASONS: Record<Exclude<OrasErrorCode, 'aborted'>, ReasonCode> = {
  network: 'registry-unreachable',
  timeout: 'registry-unreachable',
  unavailable: 'registry-unreachable',
  unauthorized: 'registry-denied',
  denied: 'registry-denied',
  'not-found': 'registry-misbehaved',
  'rate-limited': 'registry-limited',
  'egress-refused': 'registry-misbehaved',
  'redirect-refused': 'registry-misbehaved',
  'digest-mismatch': 'registry-misbehaved',
  'size-mismatch': 'registry-misbehaved',
  'malformed-response': 'registry-misbehaved',
  'invalid-reference': 'registry-misbehaved',
  unsupported: 'registry-misbehaved',
  exists: 'registry-misbehaved',
  // What a publisher made too large is told by its descriptor, before it is fetched. This is an answer without end: a failure to
  // read, after which what is known grows stale.
  'too-large': 'registry-misbehaved',
  'too-many': 'registry-misbehaved',
};

interface RegistryFailure {
  code: keyof typeof REASONS;
  message: string;
  status?: number;
  retryAfterMs?: number;
}

/**
 * Is this a failure of the registry's, or of the way to it? Compared by `name` and `code`, not by class.
 */
export function isRegistryFailure(
  error: unknown,
): error is Error & RegistryFailure {
  return (
    error instanceof Error &&
    error.name === 'OrasError' &&
    'code' in error &&
    typeof error.code === 'string' &&
    Object.hasOwn(REASONS, error.code)
  );
}

/**
 * Is there nobody to decode what was read? Compared by `name`: whoever decodes is not known here.
 */
function isUnavailable(error: unknown): error is Error {
  return error instanceof Error && error.name === 'VerifierUnavailableError';
}

/**
 * Says in the closed codes why something could not be read.
 *
 * @param at - tag or digest concerned.
 */
export function toProblem(error: unknown, at?: string): WalkProblem {
  if (isUnavailable(error)) {
    const message = `${error.message} It is read by the next walk.`;
    return { code: 'verifier-failed', message, side: 'trust', at };
  }
  if (!isRegistryFailure(error)) {
    return {
      code: 'registry-misbehaved',
      message: `What the registry answered could not be read (${
        error instanceof Error ? error.name : typeof error
      }).`,
      side: 'registry',
      at,
    };
  }
  return {
    code: REASONS[error.code],
    message: error.message.slice(0, 500),
    side: 'registry',
    at,
    ...(error.retryAfterMs === undefined
      ? {}
      : { retryAfterMs: error.retryAfterMs }),
  };
}

/**
 * Does the registry say, in so many words, that there is no such repository? A 401, a 403 or another 404 says no such thing.
 */
export function isNameUnknown(error: unknown): boolean {
  return (
    isRegistryFailure(error) &&
    error.code === 'not-found' &&
    /\bNAME_UNKNOWN\b/.test(error.message)
  );
}

/** Did the registry answer that it does not have this? */
export function isNotFound(error: unknown): boolean {
  return isRegistryFailure(error) && error.code === 'not-found';
}
