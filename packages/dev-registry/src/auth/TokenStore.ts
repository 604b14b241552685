import { randomBytes } from 'node:crypto';
import { Need } from './Authenticator';

/**
 * Opaque tokens that this registry gave out.
 *
 * @internal
 */
export class TokenStore {
  private readonly issued = new Map<
    string,
    { scopes: Need[]; expiresAt: number }
  >();
  private readonly refreshTokens = new Map<string, string>();

  constructor(private readonly lifeMs: number) {}

  issue(scopes: Need[], now: number): string {
    const token = randomBytes(24).toString('base64url');
    this.issued.set(token, { scopes, expiresAt: now + this.lifeMs });
    return token;
  }

  /** @returns undefined for a token that is unknown or has expired */
  scopesOf(token: string, now: number): Need[] | undefined {
    const found = this.issued.get(token);
    return found && now < found.expiresAt ? found.scopes : undefined;
  }

  refreshTokenFor(username: string): string {
    const token = randomBytes(24).toString('base64url');
    this.refreshTokens.set(token, username);
    return token;
  }

  userOfRefreshToken(token: string): string | undefined {
    return this.refreshTokens.get(token);
  }
}
