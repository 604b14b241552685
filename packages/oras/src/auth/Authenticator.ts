import type {
  Transport,
  TransportRequest,
  TransportResponse,
} from '../egress/Transport';
import type { Credential, CredentialProvider } from './Credential';
import { Challenge, parseChallenges } from './parseChallenge';
import { realmUrl } from './realmUrl';
import {
  basicHeader,
  isRealmRefusal,
  requestToken,
  Token,
} from './requestToken';
import { sameCredential } from './sameCredential';
import { TokenCache } from './TokenCache';

/** What is tried after a first refusal: what the registry asks for, or a new token; then a newer credential. */
const TRIES = 2;

/** @internal */
export interface AuthenticatorOptions {
  /** Of the registry; the only one that is ever shown an Authorization header from here, its realms apart. */
  origin: string;
  /** What the credential provider knows the registry by. */
  registry: string;
  transport: Transport;
  credentials: CredentialProvider;
  realmHosts?: readonly string[];
  now: () => number;
}

/** How the registry wants to be spoken to, once it has said so. */
type Scheme =
  | { type: 'basic' }
  | { type: 'token' }
  | { type: 'bearer'; realm: URL; service: string | undefined };

interface Wanted {
  scope: string;
  signal: AbortSignal | undefined;
}

interface Shown {
  header: string;
  /** What the header was made of just now; not when the token was there already. */
  credential?: Credential;
}

/**
 * Speaks to one registry with its credential: nothing is shown before the registry asks, and tokens are asked for one scope each and
 * kept. What is refused is renewed once: a token, and a credential whose provider has a newer one.
 *
 * @internal
 */
export class Authenticator {
  private readonly cache: TokenCache;
  private scheme: Scheme | undefined;

  constructor(private readonly options: AuthenticatorOptions) {
    this.cache = new TokenCache(options.now);
  }

  /**
   * @param scope - for example `repository:acme/charts/payments:pull`
   * @returns the answer, which still is a 401 when there is nothing (more) to show, and the header it was an answer to
   * @throws OrasError `egress-refused` when the registry names a realm that is not configured: nothing is sent there
   */
  async send(
    request: TransportRequest,
    scope: string,
    exchange: Transport,
  ): Promise<{ response: TransportResponse; authorization?: string }> {
    const wanted = { scope, signal: request.signal };
    let shown = await this.show(wanted);
    let response = await exchange(withHeader(request, shown?.header));
    for (let tries = 0; response.status === 401 && tries < TRIES; tries++) {
      const next = await this.showInstead(shown, response, wanted);
      if (next === undefined || next.header === shown?.header) {
        break;
      }
      shown = next;
      response = await exchange(withHeader(request, shown.header));
    }
    return { response, authorization: shown?.header };
  }

  private async showInstead(
    shown: Shown | undefined,
    { headers }: TransportResponse,
    wanted: Wanted,
  ): Promise<Shown | undefined> {
    if (shown?.header.startsWith('Bearer ')) {
      this.cache.refuse(wanted.scope, shown.header.slice('Bearer '.length));
    }
    const challenges = parseChallenges(headers['www-authenticate']);
    const refused = shown?.credential;
    const credential = await this.credential(wanted.signal, refused);
    if (refused && sameCredential(refused, credential)) {
      return undefined;
    }
    this.scheme = this.schemeFor(challenges, credential);
    return this.show(wanted, credential);
  }

  private schemeFor(
    challenges: readonly Challenge[],
    credential: Credential,
  ): Scheme | undefined {
    if (credential.type === 'token') {
      return { type: 'token' };
    }
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
    if (bearer) {
      const { realm, service } = bearer.parameters;
      const { origin, realmHosts } = this.options;
      return {
        type: 'bearer',
        realm: realmUrl(realm, origin, realmHosts),
        service,
      };
    }
    return challenges.some(({ scheme }) => scheme === 'basic')
      ? { type: 'basic' }
      : undefined;
  }

  private async show(
    wanted: Wanted,
    known?: Credential,
  ): Promise<Shown | undefined> {
    const { scheme } = this;
    if (!scheme) {
      return undefined;
    }
    const { scope, signal } = wanted;
    if (scheme.type === 'bearer') {
      let credential: Credential | undefined;
      const token = await this.cache.get(scope, signal, async flight => {
        const given = known ?? (await this.credential(flight));
        const exchanged = await this.exchange(scheme, scope, given, flight);
        credential = exchanged.credential;
        return exchanged.token;
      });
      return { header: `Bearer ${token}`, credential };
    }
    const credential = known ?? (await this.credential(signal));
    const header = headerFor(scheme, credential);
    return header === undefined ? undefined : { header, credential };
  }

  private async exchange(
    { realm, service }: Extract<Scheme, { type: 'bearer' }>,
    scope: string,
    credential: Credential,
    signal: AbortSignal,
  ): Promise<{ token: Token; credential: Credential }> {
    const exchange = async (shown: Credential) => {
      const { transport } = this.options;
      const wanted = { realm, service, scope, credential: shown, signal };
      const token = await requestToken(transport, wanted);
      return { token, credential: shown };
    };
    try {
      return await exchange(credential);
    } catch (error) {
      if (!isRealmRefusal(error)) {
        throw error;
      }
      const newer = await this.credential(signal, credential);
      if (sameCredential(credential, newer)) {
        throw error;
      }
      return exchange(newer);
    }
  }

  private async credential(
    signal: AbortSignal | undefined,
    refused?: Credential,
  ): Promise<Credential> {
    const { credentials, registry } = this.options;
    return credentials(registry, { signal, refused });
  }
}

function headerFor(
  scheme: Exclude<Scheme, { type: 'bearer' }>,
  credential: Credential,
): string | undefined {
  if (scheme.type === 'token') {
    return credential.type === 'token'
      ? `Bearer ${credential.token}`
      : undefined;
  }
  return credential.type === 'basic' ? basicHeader(credential) : undefined;
}

function withHeader(
  request: TransportRequest,
  authorization: string | undefined,
): TransportRequest {
  return authorization === undefined
    ? request
    : { ...request, headers: { ...request.headers, authorization } };
}
