import { WorkHandler } from '../indexing';
import { sourcesKey } from '../store';
import { ConsumerContext } from './ConsumerContext';
import { ConsumerIndexingOptions } from './ConsumerIndexingOptions';
import { SourceHandler } from './SourceHandler';
import { SourceListings } from './SourceListings';
import { SourcesHandler } from './SourcesHandler';

/** Finds the consumers of charts, as work of the shared queue. */
export interface ConsumerIndexing {
  handlers: { sources: WorkHandler; source: WorkHandler };
  /** Adds the rows that make the pump list the sources of each provider, and makes them due: configuration may have changed. */
  schedule(): Promise<void>;
}

/** How old a listing may be from which a source is read: with many clusters, each would be listed for each. */
const KEEP_LISTING_MS = 60_000;
const TWO_MINUTES_MS = 2 * 60 * 1_000;

/** Puts the providers, the store and the operator's word on consumers together. */
export function createConsumerIndexing(
  options: ConsumerIndexingOptions,
): ConsumerIndexing {
  const { providers, store, queue, config } = options;
  const { intervalMs } = config.consumers;
  const {
    now = () => new Date(),
    random = Math.random,
    timeoutMs = TWO_MINUTES_MS,
  } = options;
  const keepMs = Math.min(intervalMs, KEEP_LISTING_MS);
  const context: ConsumerContext = {
    ...options,
    schedule: { intervalMs },
    listings: new SourceListings(providers, { keepMs, timeoutMs, now }),
    now,
    random,
    timeoutMs,
  };
  return {
    handlers: {
      sources: new SourcesHandler(context),
      source: new SourceHandler(context),
    },
    async schedule() {
      const ids = providers.map(({ id }) => id);
      await store.configureProviders(ids);
      for (const id of ids) {
        await queue.makeRowDue(sourcesKey(id));
      }
    },
  };
}
