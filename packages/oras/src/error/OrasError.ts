/**
 * What went wrong, closed.
 *
 * @public
 */
export type OrasErrorCode =
  | 'invalid-reference'
  | 'not-found'
  | 'unauthorized'
  | 'denied'
  | 'rate-limited'
  | 'unavailable'
  | 'timeout'
  | 'aborted'
  | 'network'
  | 'egress-refused'
  | 'redirect-refused'
  | 'digest-mismatch'
  | 'size-mismatch'
  | 'too-large'
  | 'too-many'
  | 'unsupported'
  | 'malformed-response'
  | 'exists';

/**
 * Thrown by every target. Across package copies compare `name` and `code`, not `instanceof`.
 *
 * @public
 */
export class OrasError extends Error {
  override readonly name = 'OrasError';
  readonly code: OrasErrorCode;
  /** `host[:port]` of the registry, when one was involved. */
  readonly host?: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  /** Milliseconds the registry asked us to wait. */
  readonly retryAfterMs?: number;

  constructor(
    code: OrasErrorCode,
    message: string,
    details: {
      cause?: unknown;
      host?: string;
      status?: number;
      retryAfterMs?: number;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.code = code;
    this.host = details.host;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }
}
