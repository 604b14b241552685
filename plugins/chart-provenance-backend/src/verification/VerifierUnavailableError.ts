/**
 * Nobody can verify just now. Says nothing about the evidence.
 *
 * @internal
 */
export class VerifierUnavailableError extends Error {
  override readonly name = 'VerifierUnavailableError';
}
