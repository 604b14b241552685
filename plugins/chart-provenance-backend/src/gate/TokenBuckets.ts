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

  /** Takes one. @returns seconds after which there is one again; undefined when there was one */
  take(caller: string, now: number): number | undefined {
    const bucket = this.#refilled(caller, now);
    this.#remember(caller, bucket);
    if (bucket.tokens < 1) {
      const missingMs = ((1 - bucket.tokens) * MINUTE_MS) / this.perMinute;
      return Math.max(1, Math.ceil(missingMs / 1000));
    }
    bucket.tokens -= 1;
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
