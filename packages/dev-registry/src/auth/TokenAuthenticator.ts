import { Call } from '../server/Call';
import { RegistryError } from '../server/RegistryError';
import { errorReply, jsonReply, Reply } from '../server/Reply';
import { Authenticator, Need } from './Authenticator';
import { RegistryUser, TokenAuthOptions } from './AuthOptions';
import { formatNeed, parseScopes } from './scope';
import { TokenStore } from './TokenStore';
import { readTokenRequest, TokenRequest } from './tokenRequest';
import { sameText } from './BasicAuthenticator';

/** @internal */
export class TokenAuthenticator implements Authenticator {
  private readonly service: string;
  private readonly tokens: TokenStore;

  constructor(
    private readonly options: TokenAuthOptions,
    private readonly defaultRealm: string,
    private readonly now: () => number,
  ) {
    this.service = options.service ?? 'dev-registry';
    this.tokens = new TokenStore((options.expirySeconds ?? 300) * 1000);
  }

  authorize(call: Call, need: Need | undefined, useful?: Need): void {
    const header = call.header('authorization');
    const token = /^bearer +(\S+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) {
      throw this.challenge(need, undefined, useful);
    }
    const scopes = this.tokens.scopesOf(token, this.now());
    if (!scopes) {
      throw this.challenge(need, 'invalid_token', useful);
    }
    const granted =
      need && scopes.find(s => s.type === need.type && s.name === need.name);
    if (need && !need.actions.every(a => granted?.actions.includes(a))) {
      throw this.challenge(need, 'insufficient_scope', useful);
    }
  }

  async issueToken(call: Call): Promise<Reply> {
    const request = await readTokenRequest(call);
    if (!request || request.service !== this.service) {
      return errorReply(400, 'UNSUPPORTED', 'not a token request');
    }
    const user = this.userOf(request);
    if (!user && (request.credentialsCame || !this.options.anonymousPull)) {
      return errorReply(401, 'UNAUTHORIZED', 'unknown user or password');
    }
    const mayPush = user !== undefined && user.access !== 'pull';
    const scopes = parseScopes(request.scopes).map(scope => ({
      ...scope,
      actions: scope.actions.filter(a => mayPush || a === 'pull'),
    }));
    const token = this.tokens.issue(scopes, this.now());
    return jsonReply(200, {
      token,
      access_token: token,
      expires_in: this.options.expirySeconds ?? 300,
      issued_at: new Date(this.now()).toISOString(),
      ...(user && request.offline
        ? { refresh_token: this.tokens.refreshTokenFor(user.username) }
        : {}),
    });
  }

  private userOf(request: TokenRequest): RegistryUser | undefined {
    const { users } = this.options;
    if (request.refreshToken !== undefined) {
      const username = this.tokens.userOfRefreshToken(request.refreshToken);
      return users.find(user => user.username === username);
    }
    return users.find(
      user =>
        sameText(user.username, request.username ?? '') &&
        sameText(user.password, request.password ?? ''),
    );
  }

  private challenge(
    need: Need | undefined,
    error: 'invalid_token' | 'insufficient_scope' | undefined,
    useful?: Need,
  ): RegistryError {
    const scopes = [need, useful].flatMap(one => (one ? formatNeed(one) : []));
    const parameters = [
      `realm="${this.options.realm ?? this.defaultRealm}"`,
      `service="${this.service}"`,
      ...(scopes.length > 0 ? [`scope="${scopes.join(' ')}"`] : []),
      ...(error ? [`error="${error}"`] : []),
    ];
    return new RegistryError(
      401,
      'UNAUTHORIZED',
      error ?? 'a token is needed',
      {
        'WWW-Authenticate': `Bearer ${parameters.join(',')}`,
      },
    );
  }
}
