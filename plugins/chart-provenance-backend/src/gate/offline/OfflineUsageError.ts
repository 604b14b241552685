/**
 * The gate was asked for something that the policy file does not have, or for what is no reference. Its message is one sentence.
 *
 * @public
 */
export class OfflineUsageError extends Error {
  override readonly name = 'OfflineUsageError';
}
