import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  ConsumerSource,
  ConsumerSourceProvider,
} from 'backstage-plugin-chart-provenance-node';
import { KubernetesConsumersConfig } from '../../config';
import { DEFAULT_BOUNDS, ReadingBounds } from './bounds';
import { listClusters } from './listClusters';
import { PluginClient } from './PluginClient';
import { readCluster } from './readCluster';

/** What reading clusters needs. */
export interface KubernetesConsumersOptions {
  discovery: Pick<DiscoveryService, 'getBaseUrl'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials' | 'getPluginRequestToken'>;
  config: KubernetesConsumersConfig;
  logger: LoggerService;
  /** Node's own unless told. */
  fetch?: typeof fetch;
  /** What one reading may cost; `DEFAULT_BOUNDS` where not told. */
  bounds?: Partial<ReadingBounds>;
}

/**
 * Reads the clusters that the Kubernetes plugin of this backend knows, through its proxy: one source a cluster. It adds no way to a
 * cluster: the plugin's configuration says which there are and who it is there.
 */
export function createKubernetesConsumers(
  options: KubernetesConsumersOptions,
): ConsumerSourceProvider {
  const { config, logger } = options;
  const bounds = { ...DEFAULT_BOUNDS, ...options.bounds };
  const client = new PluginClient({
    ...options,
    ...bounds,
    fetch: options.fetch ?? fetch,
  });
  return {
    id: 'kubernetes',
    async sources({ signal }) {
      const { clusters, unreadable } = await listClusters(
        client,
        config.clusters,
        signal,
      );
      const sources = clusters.map(
        ({ id, name, title, authProvider }): ConsumerSource => ({
          id,
          title,
          cluster: name,
          read: ({ signal: stop }) =>
            readCluster({
              client,
              cluster: { name, authProvider },
              bounds,
              logger,
              signal: stop,
            }),
        }),
      );
      return { sources, unreadable };
    },
  };
}
