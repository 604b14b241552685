import type {
  Transport,
  TransportRequest,
  TransportResponse,
} from '../egress/Transport';
import type { Credential, CredentialProvider } from './Credential';
import { Challenge, parseChallenges } from './parseChallenge';
import { realmUrl } from './realmUrl';
import { basicHeader, requestToken } from './requestToken';
import { TokenCache } from './TokenCache';

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

/**
 * Speaks to one registry with its credential: nothing is shown before the registry asks, tokens are asked for one scope each and
 * kept, and a refused token is renewed once.
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
    const first = await this.header(scope);
    const response = await exchange(withHeader(request, first));
    if (response.status !== 401) {
      return { response, authorization: first };
    }
    const second = await this.answer(response, scope, first);
    if (second === undefined || second === first) {
      return { response, authorization: first };
    }
    return {
      response: await exchange(withHeader(request, second)),
      authorization: second,
    };
  }

  private async answer(
    { headers }: TransportResponse,
    scope: string,
    refused: string | undefined,
  ): Promise<string | undefined> {
    if (refused?.startsWith('Bearer ')) {
      this.cache.refuse(scope, refused.slice('Bearer '.length));
    }
    const challenges = parseChallenges(headers['www-authenticate']);
    const credential = await this.credential();
    this.scheme = this.schemeFor(challenges, credential);
    return this.header(scope, credential);
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

  private async header(
    scope: string,
    known?: Credential,
  ): Promise<string | undefined> {
    const { scheme } = this;
    if (!scheme) {
      return undefined;
    }
    if (scheme.type === 'bearer') {
      const { realm, service } = scheme;
      const { transport } = this.options;
      const token = await this.cache.get(scope, async () => {
        const credential = known ?? (await this.credential());
        const wanted = { realm, service, scope, credential };
        return requestToken(transport, wanted);
      });
      return `Bearer ${token}`;
    }
    const credential = known ?? (await this.credential());
    if (scheme.type === 'token') {
      return credential.type === 'token'
        ? `Bearer ${credential.token}`
        : undefined;
    }
    return credential.type === 'basic' ? basicHeader(credential) : undefined;
  }

  private async credential(): Promise<Credential> {
    return this.options.credentials(this.options.registry);
  }
}

function withHeader(
  request: TransportRequest,
  authorization: string | undefined,
): TransportRequest {
  return authorization === undefined
    ? request
    : { ...request, headers: { ...request.headers, authorization } };
}
