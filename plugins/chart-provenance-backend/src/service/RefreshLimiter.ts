import { TooManyRequestsError } from './TooManyRequestsError';

const INTERVAL_MS = 30_000;
const MAX_CHARTS = 10_000;

/**
 * Lets a chart be refreshed once in 30 seconds by this process, whoever asks: a refresh costs the registry requests, and
 * anybody who may ask for one could otherwise spend the registry's limits for everybody.
 */
export class RefreshLimiter {
  readonly #lastAt = new Map<string, number>();

  /** @throws TooManyRequestsError */
  take(chartId: string, now: number): void {
    const last = this.#lastAt.get(chartId);
    if (last !== undefined && now - last < INTERVAL_MS) {
      const seconds = Math.ceil((INTERVAL_MS - (now - last)) / 1000);
      throw new TooManyRequestsError(
        `This chart was refreshed moments ago; try again in ${seconds} s`,
        seconds,
      );
    }
    this.#lastAt.delete(chartId);
    this.#lastAt.set(chartId, now);
    if (this.#lastAt.size > MAX_CHARTS) {
      this.#lastAt.delete(this.#lastAt.keys().next().value!);
    }
  }
}
