/** Asked for in a way that cannot be done; the message is one sentence. */
export class LintUsageError extends Error {
  override readonly name = 'LintUsageError';
}
