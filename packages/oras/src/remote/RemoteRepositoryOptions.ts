import type { CredentialProvider } from '../auth/Credential';
import type { Transport } from '../egress/Transport';

/**
 * @public
 */
export interface RemoteRepositoryOptions {
  /**
   * How requests leave. Default: `withRetry(createEgressTransport())`, with this registry's `plainHttp` and `allowPrivateAddress`.
   * Share one between repositories: it holds the connections.
   */
  transport?: Transport;
  /** Default `anonymous`. */
  credentials?: CredentialProvider;
  /** Speak http. Default false. The transport must allow it too. */
  plainHttp?: boolean;
  /** Only for the default transport. Default false. */
  allowPrivateAddress?: boolean;
  /**
   * `host[:port]` of token realms, besides the registry itself, that may be asked for a token (https). Default: the ones Docker
   * Hub and GitLab.com are known to use, for these registries only.
   */
  realmHosts?: readonly string[];
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
}
