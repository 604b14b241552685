import type { Token } from './requestToken';

const MARGIN_MS = 10_000;

/**
 * Tokens by scope, each until shortly before it expires. Whoever asks while one is being fetched gets the same one.
 *
 * @internal
 */
export class TokenCache {
  private readonly tokens = new Map<string, { token: string; until: number }>();
  private readonly pending = new Map<string, Promise<string>>();

  constructor(private readonly now: () => number) {}

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

  async get(key: string, fetch: () => Promise<Token>): Promise<string> {
    const cached = this.peek(key);
    if (cached !== undefined) {
      return cached;
    }
    const flight = this.pending.get(key) ?? this.begin(key, fetch);
    return flight;
  }

  private begin(key: string, fetch: () => Promise<Token>): Promise<string> {
    const flight = fetch()
      .then(({ token, expiresIn }) => {
        const lifetime = expiresIn * 1000;
        const margin = Math.min(MARGIN_MS, lifetime / 2);
        this.tokens.set(key, { token, until: this.now() + lifetime - margin });
        return token;
      })
      .finally(() => this.pending.delete(key));
    this.pending.set(key, flight);
    return flight;
  }
}
