import { randomBytes } from 'node:crypto';
import { bearerOf } from '../../cloud/__testUtils__/guardedRegistry';
import {
  StandInReply,
  StandInRequest,
} from '../../cloud/__testUtils__/standIn';

const HOUR_S = 3_600;

const UNAUTHORIZED: StandInReply = {
  status: 401,
  body: {
    errors: [
      {
        code: 'UNAUTHORIZED',
        message:
          'authentication required, visit https://aka.ms/acr/authorization for more information.',
      },
    ],
  },
};

/**
 * The token endpoints of an Azure registry, and what it asks of a request.
 *
 * @see https://azure.github.io/acr/AAD-OAuth.html
 */
export class Acr {
  readonly #refreshTokens = new Map<string, number>();
  readonly #pullTokens = new Map<string, number>();

  constructor(
    private readonly accessTokens: ReadonlySet<string>,
    private readonly clock: { now: number },
  ) {}

  exchange({ method, form }: StandInRequest, host: string): StandInReply {
    if (
      method !== 'POST' ||
      form.get('grant_type') !== 'access_token' ||
      form.get('service') !== host ||
      !this.accessTokens.has(form.get('access_token') ?? '')
    ) {
      return UNAUTHORIZED;
    }
    const token = this.#issue(this.#refreshTokens, 3 * HOUR_S);
    return { body: { refresh_token: token } };
  }

  token({ method, form }: StandInRequest, host: string): StandInReply {
    const until = this.#refreshTokens.get(form.get('refresh_token') ?? '') ?? 0;
    return method === 'POST' &&
      form.get('grant_type') === 'refresh_token' &&
      form.get('service') === host &&
      form.get('scope')?.endsWith(':pull') &&
      until > this.clock.now
      ? { body: { access_token: this.#issue(this.#pullTokens, HOUR_S) } }
      : UNAUTHORIZED;
  }

  /** Undefined where the token is good. */
  challenge(request: StandInRequest, host: string): StandInReply | undefined {
    const until = this.#pullTokens.get(bearerOf(request) ?? '') ?? 0;
    return until > this.clock.now
      ? undefined
      : {
          ...UNAUTHORIZED,
          headers: {
            'www-authenticate': `Bearer realm="http://${host}/oauth2/token",service="${host}"`,
          },
        };
  }

  #issue(kept: Map<string, number>, seconds: number): string {
    const until = this.clock.now + seconds * 1000;
    const part = (value: object) =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = {
      jti: randomBytes(8).toString('hex'),
      exp: Math.floor(until / 1000),
      grant_type: 'refresh_token',
    };
    const token = `${part({ typ: 'JWT', alg: 'RS256' })}.${part(claims)}.sig`;
    kept.set(token, until);
    return token;
  }
}
