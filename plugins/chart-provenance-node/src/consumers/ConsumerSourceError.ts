/**
 * Says why consumers could not be read or sources not be listed, and what to do about it. Thrown by a `ConsumerSource` or a
 * `ConsumerSourceProvider`; any other error is shown with its message and no `fix` of its own. Both texts are shown to people: keep
 * secrets out of them.
 *
 * @public
 */
export class ConsumerSourceError extends Error {
  override readonly name = 'ConsumerSourceError';
  /** One sentence: what to do. */
  readonly fix: string;
  /** Milliseconds that the place asked to be left alone; undefined when it did not. */
  readonly retryAfterMs: number | undefined;

  /** @param message - one sentence: what went wrong. */
  constructor(
    message: string,
    options: { fix: string; retryAfterMs?: number; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.fix = options.fix;
    this.retryAfterMs = options.retryAfterMs;
  }
}
