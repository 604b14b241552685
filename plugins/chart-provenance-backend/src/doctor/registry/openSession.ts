import { OrasError, RemoteRegistry } from 'chart-provenance-oras';
import { RegistryConfig } from '../../config';
import {
  CredentialDeps,
  credentialProviderOf,
  credentialSourceOf,
  egressHosts,
} from '../../registries';
import { Exchange, recordExchanges } from './recordExchanges';

/** A patient person's patience; what is slower than this cannot be indexed either. */
const TIMEOUTS = {
  connectMs: 5_000,
  headersMs: 10_000,
  bodyMs: 10_000,
  totalMs: 15_000,
};

/** A connection to one registry of its own: no token, memory or back-off is shared with the index. */
export interface RegistrySession {
  registry: RegistryConfig;
  client: RemoteRegistry;
  exchanges: readonly Exchange[];
  signal: AbortSignal;
  close: () => Promise<void>;
  /** The auth kind is added by a module that is not here: nothing beyond the first question can be tried. */
  moduleMissing: boolean;
}

/** Opens a session. Nothing is sent again after a failure: the doctor reports what happened, not what happened in the end. */
export function openSession(
  registry: RegistryConfig,
  repository: string | undefined,
  options: { deps: CredentialDeps; signal: AbortSignal },
): RegistrySession {
  const { deps, signal } = options;
  const { host, plainHttp, realmHosts, auth } = registry;
  const egress = deps.openEgress({
    hosts: egressHosts(registry),
    timeouts: TIMEOUTS,
  });
  const { transport, exchanges } = recordExchanges(egress, deps.now);
  const moduleMissing =
    auth.type === 'provider' && !deps.providers.has(auth.provider);
  const credentials = moduleMissing
    ? async () => {
        throw new OrasError('denied', 'the module is not here', { host });
      }
    : credentialProviderOf(
        host,
        // Sources that tell repositories apart are asked for the one that is tried.
        repository ?? '',
        credentialSourceOf(registry, deps),
      );
  return {
    registry,
    client: new RemoteRegistry(host, {
      transport,
      credentials,
      plainHttp,
      realmHosts,
      now: deps.now,
    }),
    exchanges,
    signal,
    close: () => egress.close(),
    moduleMissing,
  };
}
