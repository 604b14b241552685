import {
  DevRegistry,
  DevRegistryOptions,
  startDevRegistry,
} from 'chart-provenance-dev-registry';
import { createEgressTransport } from '../egress/createEgressTransport';
import type { EgressOptions } from '../egress/EgressOptions';
import { RemoteRepository } from '../remote/RemoteRepository';
import type { RemoteRepositoryOptions } from '../remote/RemoteRepositoryOptions';
import { withRetry } from '../retry/withRetry';
import { MemoryStore } from '../target/MemoryStore';
import { LOCAL } from './testServer';

/** @internal */
export const REPOSITORY = 'acme/charts/payments';

const open: { close(): Promise<void> }[] = [];

/** @internal */
export interface TestRegistry {
  registry: DevRegistry;
  /** What the registry serves as `REPOSITORY`. */
  store: MemoryStore;
  /** A client that opens nothing but this registry, and never sleeps. */
  client: (
    options?: RemoteRepositoryOptions,
    egress?: EgressOptions,
  ) => RemoteRepository;
}

/** @internal */
export async function testRegistry(
  options: Partial<DevRegistryOptions> = {},
): Promise<TestRegistry> {
  const store = new MemoryStore();
  const registry = await startDevRegistry({
    repositories: new Map([[REPOSITORY, store]]),
    ...options,
  });
  open.push(registry);
  const client = (
    remote: RemoteRepositoryOptions = {},
    egress: EgressOptions = {},
  ) => {
    const transport = createEgressTransport({
      proxy: 'none',
      ...egress,
      hosts: { [registry.host]: LOCAL, ...egress.hosts },
    });
    open.push(transport);
    return new RemoteRepository(`${registry.host}/${REPOSITORY}`, {
      plainHttp: true,
      transport: withRetry(transport, { sleep: async () => {} }),
      ...remote,
    });
  };
  return { registry, store, client };
}

/** Call after each test. @internal */
export async function closeRegistries(): Promise<void> {
  await Promise.all(open.splice(0).map(one => one.close()));
}
