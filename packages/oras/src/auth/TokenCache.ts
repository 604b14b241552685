import type { Token } from './requestToken';
import { SharedFlights } from './SharedFlights';

const MARGIN_MS = 10_000;
const TOKENS_KEPT = 1_000;

/**
 * Tokens by scope, each until shortly before it expires, the newest thousand. Whoever asks while one is being fetched gets the same one.
 *
 * @internal
 */
export class TokenCache {
  private readonly tokens = new Map<string, { token: string; until: number }>();
  private readonly flights = new SharedFlights<string>();

  constructor(private readonly now: () => number) {}

  /** How many are kept. */
  get size(): number {
    return this.tokens.size;
  }

  peek(key: string): string | undefined {
    const found = this.tokens.get(key);
    return found && found.until > this.now() ? found.token : undefined;
  }

  /** Drops a token the registry refused, unless a newer one has taken its place. */
  refuse(key: string, token: string): void {
    if (this.tokens.get(key)?.token === token) {
      this.tokens.delete(key);
    }
  }

  /** @param signal - of this caller; the exchange is aborted when all who wait for it have left */
  async get(
    key: string,
    signal: AbortSignal | undefined,
    fetch: (signal: AbortSignal) => Promise<Token>,
  ): Promise<string> {
    const cached = this.peek(key);
    return (
      cached ??
      this.flights.join(key, signal, async flight =>
        this.keep(key, await fetch(flight)),
      )
    );
  }

  private keep(key: string, { token, expiresIn }: Token): string {
    const lifetime = expiresIn * 1000;
    const margin = Math.min(MARGIN_MS, lifetime / 2);
    this.makeRoom(key);
    this.tokens.set(key, { token, until: this.now() + lifetime - margin });
    return token;
  }
  /** A registry has as many scopes as repositories, and says how long its tokens are. */
  private makeRoom(newest: string): void {
    this.tokens.delete(newest);
    for (const [key, { until }] of this.tokens) {
      if (until <= this.now() || this.tokens.size >= TOKENS_KEPT) {
        this.tokens.delete(key);
      }
    }
  }
}
