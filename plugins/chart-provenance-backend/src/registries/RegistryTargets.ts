import { RegistryCredentialProvider } from 'backstage-plugin-chart-provenance-node';
import {
  createEgressTransport,
  EgressTransport,
  ReadOnlyTarget,
  RemoteRegistry,
  Transport,
  withRetry,
} from 'chart-provenance-oras';
import { RegistryConfig } from '../config';
import { credentialProviderOf } from './credentialProviderOf';
import { limitTransport } from './limitTransport';

/** Opens a repository for reading. Throws for a host that is not configured. */
export type OpenTarget = (host: string, repository: string) => ReadOnlyTarget;

/** Connections to the configured registries: one transport each, made when it is first needed. */
export class RegistryTargets {
  readonly #registries: ReadonlyMap<string, RegistryConfig>;
  readonly #providers: ReadonlyMap<string, RegistryCredentialProvider>;
  readonly #connections = new Map<string, Connection>();
  /** By what shares tokens: a registry, or a repository where a module gives credentials for each. */
  readonly #clients = new Map<string, RemoteRegistry>();

  constructor(options: {
    registries: readonly RegistryConfig[];
    providers?: ReadonlyMap<string, RegistryCredentialProvider>;
  }) {
    this.#registries = new Map(
      options.registries.map(registry => [registry.host, registry]),
    );
    this.#providers = options.providers ?? new Map();
  }

  /** Opens a repository. @throws Error when the host is not configured: nothing else is ever contacted. */
  open: OpenTarget = (host, repository) => {
    const registry = this.#registries.get(host);
    if (!registry) {
      throw new Error(`The registry ${host} is not configured`);
    }
    const key =
      registry.auth.type === 'provider' ? `${host}/${repository}` : host;
    const client = this.#clients.get(key) ?? this.#client(registry, repository);
    this.#clients.set(key, client);
    return client.repository(repository);
  };

  /** Closes every connection. */
  async close(): Promise<void> {
    const connections = [...this.#connections.values()];
    this.#connections.clear();
    this.#clients.clear();
    await Promise.all(connections.map(({ egress }) => egress.close()));
  }

  #client(registry: RegistryConfig, repository: string): RemoteRegistry {
    const { host, plainHttp, realmHosts } = registry;
    return new RemoteRegistry(host, {
      transport: this.#connection(registry).transport,
      credentials: credentialProviderOf(registry, repository, this.#providers),
      plainHttp,
      realmHosts,
    });
  }

  #connection(registry: RegistryConfig): Connection {
    const connection =
      this.#connections.get(registry.host) ?? connect(registry);
    this.#connections.set(registry.host, connection);
    return connection;
  }
}

interface Connection {
  egress: EgressTransport;
  transport: Transport;
}

function connect(registry: RegistryConfig): Connection {
  const { host, allowPrivateAddress, plainHttp } = registry;
  const egress = createEgressTransport({
    hosts: { [host]: { allowPrivateAddress, plainHttp } },
  });
  return { egress, transport: withRetry(limitTransport(egress, registry)) };
}
