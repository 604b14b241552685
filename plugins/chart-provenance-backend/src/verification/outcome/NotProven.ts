import { ReasonCode } from 'backstage-plugin-chart-provenance-common';

/** A step of a verification failed, and why. Caught where an outcome is made; never leaves this folder. */
export class NotProven extends Error {
  override readonly name = 'NotProven';
  readonly code: ReasonCode;

  constructor(code: ReasonCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
