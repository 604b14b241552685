import { ReasonCode } from 'backstage-plugin-chart-provenance-common';

/**
 * Something a publisher wrote could not be decoded, and why. Across package copies compare `name` and `code`.
 *
 * @internal
 */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
  readonly code: ReasonCode;

  constructor(code: ReasonCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
