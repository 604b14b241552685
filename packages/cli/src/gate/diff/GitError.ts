/** Git could not say what was asked. Its message is one sentence. */
export class GitError extends Error {
  override readonly name = 'GitError';
}
