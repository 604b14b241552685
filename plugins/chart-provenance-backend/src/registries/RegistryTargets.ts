import {
  CredentialProvider,
  EgressOptions,
  EgressTransport,
  ReadOnlyTarget,
  RemoteRegistry,
  Transport,
  withRetry,
} from 'chart-provenance-oras';
import { RegistryAuth, RegistryConfig } from '../config';
import { CredentialDeps } from './CredentialDeps';
import { credentialProviderOf } from './credentialProviderOf';
import { CredentialSource } from './CredentialSource';
import { credentialSourceOf } from './credentialSourceOf';
import { ExplainingTarget } from './ExplainingTarget';
import { limitTransport } from './limitTransport';

/** Opens a repository for reading. Throws for a host that is not configured. */
export type OpenTarget = (host: string, repository: string) => ReadOnlyTarget;

/** A registry itself, for what concerns no single repository. It shares limits, connections and credentials with the repositories. */
export interface RegistryAccess {
  client: RemoteRegistry;
  /** Requests to it, within its limits; they carry no credentials by themselves. */
  transport: Transport;
  /** What it is signed in to with, for a repository or a part of its path. @throws CredentialError */
  credentials: CredentialProvider;
}

/** Kinds that may give other credentials for each repository: what was learnt with one is no other's. */
const BY_REPOSITORY: ReadonlySet<RegistryAuth['type']> = new Set([
  'dockerConfig',
  'integration',
  'provider',
]);

/** Connections to the configured registries: one transport and one source of credentials each, made when first needed. */
export class RegistryTargets {
  readonly #registries: ReadonlyMap<string, RegistryConfig>;
  readonly #deps: CredentialDeps;
  readonly #connections = new Map<string, Connection>();
  /** By what shares tokens: a registry, or a repository where each may have its own credentials. */
  readonly #clients = new Map<string, RemoteRegistry>();

  constructor(options: {
    registries: readonly RegistryConfig[];
    deps: CredentialDeps;
  }) {
    this.#registries = new Map(
      options.registries.map(registry => [registry.host, registry]),
    );
    this.#deps = options.deps;
  }

  /** Opens a repository. @throws Error when the host is not configured: nothing else is ever contacted. */
  open: OpenTarget = (host, repository) => {
    const registry = this.#registry(host);
    return new ExplainingTarget(
      this.#client(registry, repository).repository(repository),
      registry,
      repository,
    );
  };

  /**
   * Opens a registry with the credentials for what is below `path`, which may be empty.
   *
   * @throws Error when the host is not configured
   */
  access(host: string, path: string): RegistryAccess {
    const registry = this.#registry(host);
    const { transport, source } = this.#connection(registry);
    return {
      client: this.#client(registry, path),
      transport,
      credentials: credentialProviderOf(host, path, source),
    };
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    const connections = [...this.#connections.values()];
    this.#connections.clear();
    this.#clients.clear();
    await Promise.all(connections.map(({ egress }) => egress.close()));
  }

  #registry(host: string): RegistryConfig {
    const registry = this.#registries.get(host);
    if (!registry) {
      throw new Error(`The registry ${host} is not configured`);
    }
    return registry;
  }

  #client(registry: RegistryConfig, repository: string): RemoteRegistry {
    const key = BY_REPOSITORY.has(registry.auth.type)
      ? `${registry.host}/${repository}`
      : registry.host;
    const client =
      this.#clients.get(key) ?? this.#newClient(registry, repository);
    this.#clients.set(key, client);
    return client;
  }

  #newClient(registry: RegistryConfig, repository: string): RemoteRegistry {
    const { host, plainHttp, realmHosts } = registry;
    const { transport, source } = this.#connection(registry);
    return new RemoteRegistry(host, {
      transport,
      credentials: credentialProviderOf(host, repository, source),
      plainHttp,
      realmHosts,
      now: this.#deps.now,
    });
  }

  #connection(registry: RegistryConfig): Connection {
    const connection =
      this.#connections.get(registry.host) ?? connect(registry, this.#deps);
    this.#connections.set(registry.host, connection);
    return connection;
  }
}

interface Connection {
  egress: EgressTransport;
  transport: Transport;
  source: CredentialSource;
}

function connect(registry: RegistryConfig, deps: CredentialDeps): Connection {
  const egress = deps.openEgress({ hosts: egressHosts(registry) });
  return {
    egress,
    transport: withRetry(limitTransport(egress, registry)),
    source: credentialSourceOf(registry, deps),
  };
}

/** The hosts that the operator named may be on private addresses when the registry may; plain http is for the registry alone. */
export function egressHosts(registry: RegistryConfig): EgressOptions['hosts'] {
  const { host, allowPrivateAddress, plainHttp } = registry;
  const named = [...registry.realmHosts, ...registry.redirectHosts];
  return {
    ...Object.fromEntries(named.map(one => [one, { allowPrivateAddress }])),
    [host]: { allowPrivateAddress, plainHttp },
  };
}
