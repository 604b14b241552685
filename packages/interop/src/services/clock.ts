import {
  CLOCK_VARIABLE,
  STOPPED_CLOCK_VARIABLE,
} from '../tools/buildOverlay.ts';

/**
 * The hour it is at Acme: the wall clock moved by a whole number of seconds. One
 * that `stands` stays in the second it was set to.
 */
export class Clock {
  private readonly stands: boolean;
  private offsetSeconds = 0;
  private stoppedAt: Date | undefined;

  constructor(options: { stands?: boolean } = {}) {
    this.stands = options.stands ?? false;
  }

  set(at: Date): void {
    const seconds = Math.round(at.getTime() / 1000);
    this.offsetSeconds = Math.round(seconds - Date.now() / 1000);
    this.stoppedAt = this.stands ? new Date(seconds * 1000) : undefined;
  }

  now(): Date {
    return this.stoppedAt ?? new Date(Date.now() + this.offsetSeconds * 1000);
  }

  /** What a program built by `installTools` needs to agree with `now()`. */
  env(): Record<string, string> {
    return this.stoppedAt
      ? { [STOPPED_CLOCK_VARIABLE]: String(this.stoppedAt.getTime() / 1000) }
      : { [CLOCK_VARIABLE]: String(this.offsetSeconds) };
  }
}
