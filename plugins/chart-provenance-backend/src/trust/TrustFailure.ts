/** Why trust material could not be refreshed. */
export type TrustFailureCode =
  /** No answer, or one that says that the server is not well. */
  | 'unreachable'
  | 'limited'
  /** The egress rules forbid it. */
  | 'refused'
  /** An answer that no TUF repository gives. */
  | 'misbehaved'
  | 'too-large'
  /** Signed by whom it should be, but not any more. */
  | 'expired'
  /** Not signed by whom it should be, older than what is known, or not what was signed. */
  | 'not-genuine'
  /** Genuine, and of no use. */
  | 'unusable'
  /** This process's clock cannot be right. */
  | 'clock';

/** Says why trust material could not be refreshed, in words for the operator. */
export class TrustFailure extends Error {
  override readonly name = 'TrustFailure';
  readonly code: TrustFailureCode;
  /** Milliseconds the server asked us to wait. */
  readonly retryAfterMs?: number;

  constructor(
    code: TrustFailureCode,
    message: string,
    details: { cause?: unknown; retryAfterMs?: number } = {},
  ) {
    super(message, { cause: details.cause });
    this.code = code;
    this.retryAfterMs = details.retryAfterMs;
  }
}
