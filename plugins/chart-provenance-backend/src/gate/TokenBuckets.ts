const MINUTE_MS = 60_000;
const MAX_CALLERS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** How many questions each caller may ask this process: so many a minute, and as many at once as are left of a minute's. */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();

  constructor(private readonly perMinute: number) {}

  /**
   * Takes one, or several; as many as a minute has, where it is more.
   *
   * @returns seconds after which there are as many again; undefined when there were
   */
  take(caller: string, now: number, several = 1): number | undefined {
    const count = Math.min(several, this.perMinute);
    const bucket = this.#refilled(caller, now);
    this.#remember(caller, bucket);
    if (bucket.tokens < count) {
      const missingMs = ((count - bucket.tokens) * MINUTE_MS) / this.perMinute;
      return Math.max(1, Math.ceil(missingMs / 1000));
    }
    bucket.tokens -= count;
    return undefined;
  }

  #refilled(caller: string, now: number): Bucket {
    const bucket = this.#buckets.get(caller);
    if (!bucket) {
      return { tokens: this.perMinute, at: now };
    }
    const since = Math.max(0, now - bucket.at);
    const tokens = bucket.tokens + (since * this.perMinute) / MINUTE_MS;
    return { tokens: Math.min(this.perMinute, tokens), at: now };
  }

  /** The one who asked longest ago is forgotten first; their bucket is most likely full again. */
  #remember(caller: string, bucket: Bucket): void {
    this.#buckets.delete(caller);
    this.#buckets.set(caller, bucket);
    if (this.#buckets.size > MAX_CALLERS) {
      this.#buckets.delete(this.#buckets.keys().next().value!);
    }
  }
}
