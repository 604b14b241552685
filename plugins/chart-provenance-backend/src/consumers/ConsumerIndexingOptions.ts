import { LoggerService } from '@backstage/backend-plugin-api';
import { ConsumerSourceProvider } from 'backstage-plugin-chart-provenance-node';
import { ChartProvenanceConfig } from '../config';
import { ConsumerStore, WorkQueue } from '../store';
import { ExistingEntities } from './existingEntities';

/** What the indexing of consumers is put together from. */
export interface ConsumerIndexingOptions {
  /** The built-in ones that are configured, and those of modules; each with an id of its own. */
  providers: readonly ConsumerSourceProvider[];
  store: Pick<
    ConsumerStore,
    | 'configureProviders'
    | 'replaceSources'
    | 'listingFailed'
    | 'sourceOfKey'
    | 'recordReading'
  >;
  queue: Pick<WorkQueue, 'makeRowDue' | 'release'>;
  config: Pick<ChartProvenanceConfig, 'consumers' | 'registries' | 'rules'>;
  /** Which entities the catalog has. */
  existing: ExistingEntities;
  logger: LoggerService;
  now?: () => Date;
  /** In [0, 1); `Math.random` unless told. */
  random?: () => number;
  /** Milliseconds that listing the sources, or reading one of them, may take. 2 minutes unless told. */
  timeoutMs?: number;
}
