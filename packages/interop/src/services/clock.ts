import { CLOCK_VARIABLE } from '../tools/buildOverlay.ts';

/** The hour it is at Acme: the wall clock moved by a whole number of seconds. */
export class Clock {
  private offsetSeconds = 0;

  set(at: Date): void {
    this.offsetSeconds = Math.round((at.getTime() - Date.now()) / 1000);
  }

  now(): Date {
    return new Date(Date.now() + this.offsetSeconds * 1000);
  }

  /** What a program built with the `clock` change needs to agree with `now()`. */
  env(): Record<string, string> {
    return { [CLOCK_VARIABLE]: String(this.offsetSeconds) };
  }
}
