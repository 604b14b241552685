/**
 * @public
 */
export interface RetryOptions {
  /** Requests for one call, the first included. Default 4. */
  attempts?: number;
  /** First back-off, doubled each time, half of it random. Default 250 ms. */
  baseMs?: number;
  /** Longest single wait, whoever asked for it. Default 20,000 ms. */
  maxWaitMs?: number;
  now?: () => number;
  random?: () => number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}
