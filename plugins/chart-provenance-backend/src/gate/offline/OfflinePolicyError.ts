/**
 * What is wrong with a policy file, or keeps one from being written.
 *
 * @public
 */
export type OfflinePolicyErrorCode =
  /** It is larger than is read. */
  | 'too-large'
  /** It is no JSON, or not of the form that is written here. */
  | 'malformed'
  /** The registry of the chart is not configured any more. */
  | 'no-registry'
  /** A root that the chart's policies stand on is not there, or was not refreshed in time. */
  | 'root-not-usable';

/**
 * A policy file cannot be used, or cannot be given out. Its message is one sentence.
 *
 * @public
 */
export class OfflinePolicyError extends Error {
  override readonly name = 'OfflinePolicyError';
  constructor(readonly code: OfflinePolicyErrorCode, message: string) {
    super(message);
  }
}
