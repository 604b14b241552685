import { DoctorReport } from 'backstage-plugin-chart-provenance-common';
import { TooManyRequestsError } from './TooManyRequestsError';

const INTERVAL_MS = 30_000;

/**
 * Runs the doctor once at a time and once in 30 seconds, whoever asks: it costs every registry requests. Remembers what it found
 * last, for this process.
 */
export class DoctorRunner {
  readonly #examine: () => Promise<DoctorReport>;
  readonly #now: () => number;
  #last: DoctorReport | null = null;
  #running = false;
  #endedAt = -Infinity;

  constructor(
    examine: () => Promise<DoctorReport>,
    now: () => number = Date.now,
  ) {
    this.#examine = examine;
    this.#now = now;
  }

  /** The last report; null before the first. */
  get last(): DoctorReport | null {
    return this.#last;
  }

  /** @throws TooManyRequestsError */
  async run(): Promise<DoctorReport> {
    if (this.#running) {
      throw new TooManyRequestsError(
        'The doctor is at work already; look again in a moment',
        5,
      );
    }
    const waitMs = this.#endedAt + INTERVAL_MS - this.#now();
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1000);
      throw new TooManyRequestsError(
        `The doctor ran moments ago; try again in ${seconds} s`,
        seconds,
      );
    }
    this.#running = true;
    try {
      this.#last = await this.#examine();
      return this.#last;
    } finally {
      this.#running = false;
      this.#endedAt = this.#now();
    }
  }
}
