/**
 * Why a legacy repository gave no reading, closed.
 *
 * - `unreachable`: no answer, or not in time; another try may do.
 * - `limited`: it asks to be left alone for a while.
 * - `denied`: 401 or 403.
 * - `gone`: it answers that there is no index: 404 or 410.
 * - `no-index`: what it answers is no index.
 * - `too-large`, `too-many`: more than is read.
 * - `misbehaved`: it answers otherwise than it may.
 * - `refused`: this program may not go where it would have to.
 */
export type LegacyFailureCode =
  | 'unreachable'
  | 'limited'
  | 'denied'
  | 'gone'
  | 'no-index'
  | 'too-large'
  | 'too-many'
  | 'misbehaved'
  | 'refused';

interface Details {
  message: string;
  /** What to do about it, a full sentence. */
  fix: string;
  status?: number;
  retryAfterMs?: number;
  cause?: unknown;
}

/** A legacy repository gave no reading. Its words go to a page: they are our own, and hold nothing that was answered. */
export class LegacyFailure extends Error {
  override readonly name = 'LegacyFailure';
  readonly code: LegacyFailureCode;
  /** What to do about it, a full sentence. */
  readonly fix: string;
  /** HTTP status, when there was an answer. */
  readonly status?: number;
  readonly retryAfterMs?: number;

  constructor(code: LegacyFailureCode, details: Details) {
    super(details.message, { cause: details.cause });
    this.code = code;
    this.fix = details.fix;
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
  }
}
