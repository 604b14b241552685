import {
  AuthService,
  DiscoveryService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ConsumerSourceProvider } from 'backstage-plugin-chart-provenance-node';
import { ConsumersConfig } from './config';
import { createKubernetesConsumers } from './consumers';
import { createAnnotationConsumers } from './consumers/annotations';
import { createGitConsumers } from './consumers/git';

/** What the built-in sources read with. */
export interface ConsumerSourcesOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: ConsumersConfig;
  discovery: DiscoveryService;
  logger: LoggerService;
  rootConfig: RootConfigService;
  urlReader: UrlReaderService;
  /** Those that modules added. */
  added: readonly ConsumerSourceProvider[];
}

/** Everywhere consumers are looked for: what is configured, annotations, and what modules added. */
export function createConsumerSources(
  options: ConsumerSourcesOptions,
): ConsumerSourceProvider[] {
  const { kubernetes, git } = options.config;
  return [
    createAnnotationConsumers(options),
    ...(kubernetes
      ? [createKubernetesConsumers({ ...options, config: kubernetes })]
      : []),
    ...(git.length > 0
      ? [
          createGitConsumers({
            ...options,
            places: git,
            integrations: ScmIntegrations.fromConfig(options.rootConfig),
          }),
        ]
      : []),
    ...options.added,
  ];
}
