import { createHash } from 'node:crypto';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { ConsumerSourceProvider } from 'backstage-plugin-chart-provenance-node';
import { GitConsumersConfig } from '../../config';
import { GitSource } from './GitSource';
import { TreeBounds } from './TreeFilter';

const MAX_ID = 200;

/** What reading from Git needs. */
export interface GitConsumersOptions {
  /** `consumers.git` of the configuration. */
  places: readonly GitConsumersConfig[];
  urlReader: UrlReaderService;
  /** `ScmIntegrations.fromConfig(…)`: how each host writes the address of a file. */
  integrations: Pick<ScmIntegrationRegistry, 'byUrl' | 'resolveUrl'>;
  /** 20,000 files, 1 MiB a file and 100 MiB in all unless told. */
  bounds?: TreeBounds;
}

/**
 * The provider `git`: one source for each place, over the URL readers and their credentials. A place that did not change since the last reading is
 * not read again. Its `cluster`, where configured, is that of what it deploys.
 */
export function createGitConsumers(
  options: GitConsumersOptions,
): ConsumerSourceProvider {
  const sources = new Map<string, GitSource>();
  for (const place of options.places) {
    const id = idOf(place.url);
    if (!sources.has(id)) {
      sources.set(id, new GitSource({ ...options, id, place }));
    }
  }
  return {
    id: 'git',
    async sources() {
      return { sources: [...sources.values()], unreadable: [] };
    },
  };
}

/** Stable over restarts, whatever else is configured. */
function idOf(url: string): string {
  const id = `git:${url.replace(/(\w+:\/\/)[^/@\s]*@/, '$1')}`;
  if (id.length <= MAX_ID) {
    return id;
  }
  const hash = createHash('sha256').update(url).digest('hex').slice(0, 16);
  return `${id.slice(0, MAX_ID - hash.length - 1)}~${hash}`;
}
