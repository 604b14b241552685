import { DevRegistry, startDevRegistry } from 'chart-provenance-dev-registry';
import {
  createEgressTransport,
  RemoteRepository,
  Target,
} from 'chart-provenance-oras';

export const REPOSITORY = 'acme/charts/payments';

/** A repository behind a real registry, and a client of it that does not repeat what failed. */
export interface ServedRepository {
  registry: DevRegistry;
  target: RemoteRepository;
  /** Paths asked for since the last call, without the prefix of the repository. */
  takePaths(): string[];
  close(): Promise<void>;
}

export async function serveRepository(
  store: Target | undefined,
  options: { referrersApi: boolean; tagsPerPage?: number },
): Promise<ServedRepository> {
  const registry = await startDevRegistry({
    repositories: new Map(store ? [[REPOSITORY, store]] : []),
    referrersApi: options.referrersApi,
    deriveFallbackTags: !options.referrersApi,
    pageSize: { tags: options.tagsPerPage },
  });
  const { host } = registry;
  const transport = createEgressTransport({
    hosts: { [host]: { plainHttp: true, allowPrivateAddress: true } },
    timeouts: { headersMs: 300, bodyMs: 300, totalMs: 2_000 },
  });
  const target = new RemoteRepository(
    { registry: host, repository: REPOSITORY },
    { transport, plainHttp: true },
  );
  return {
    registry,
    target,
    takePaths: () => {
      const paths = registry.requests.map(({ method, path }) =>
        `${method} ${path}`.replace(`/v2/${REPOSITORY}/`, ''),
      );
      registry.clearRequests();
      return paths;
    },
    close: async () => {
      await transport.close();
      await registry.close();
    },
  };
}
