import { WorkHandler } from '../indexing';
import { TrustStore } from '../store';
import { TrustHandler, TrustHandlerOptions } from './TrustHandler';

/** What refreshing trust roots is put together from. */
export interface TrustIndexingOptions extends TrustHandlerOptions {
  store: Pick<
    TrustStore,
    'configure' | 'read' | 'recordRefresh' | 'recordFailure'
  >;
}

/** Keeps the configured trust roots fresh. */
export interface TrustIndexing {
  /** Works on the rows of kind `trust`. */
  handler: WorkHandler;
  /** Adds the rows that are missing, and drops those of what is no longer configured. Call it before the pump starts. */
  schedule(): Promise<void>;
}

/** Puts refresh, schedule and store together. The configured repositories are contacted, and nothing else. */
export function createTrustIndexing(
  options: TrustIndexingOptions,
): TrustIndexing {
  const { sources, store } = options;
  return {
    handler: new TrustHandler(options),
    schedule: () =>
      store.configure(
        sources.map(({ key, host, roots }) => ({
          source: key,
          rootId: roots.map(({ id }) => id).join(', '),
          host,
        })),
      ),
  };
}
