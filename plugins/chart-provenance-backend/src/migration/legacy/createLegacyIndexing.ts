import { LegacyStore } from '../../store';
import { WorkHandler } from '../../indexing';
import { LegacyHandler, LegacyHandlerOptions } from './LegacyHandler';

/** What indexing legacy repositories is put together from. */
export interface LegacyIndexingOptions extends LegacyHandlerOptions {
  store: Pick<LegacyStore, 'configure' | 'validator' | 'recordReading'>;
}

/** Keeps what the configured legacy repositories list. */
export interface LegacyIndexing {
  /** Works on the rows of kind `legacy`. */
  handler: WorkHandler;
  /** Adds the rows that are missing, and drops those of what is no longer configured. Call it before the pump starts. */
  schedule(): Promise<void>;
}

/** Puts reading, schedule and store together. The configured repositories are contacted, and nothing else. */
export function createLegacyIndexing(
  options: LegacyIndexingOptions,
): LegacyIndexing {
  const { repositories, store } = options;
  return {
    handler: new LegacyHandler(options),
    schedule: () => store.configure(repositories.map(({ url }) => url)),
  };
}
