import { reschedule, WorkHandler } from '../indexing';
import { Lease, SourceRecord, sourcesKey } from '../store';
import { ConsumerContext } from './ConsumerContext';
import { failureOf } from './failureOf';
import { oneLine } from './oneLine';
import { problemOf } from './problemOf';
import { SourceListing } from './SourceListings';

const MAX_TITLE_LENGTH = 200;

/** Lists the sources of one provider. A listing that fails changes nothing but the problem shown. */
export class SourcesHandler implements WorkHandler {
  readonly #context: ConsumerContext;

  constructor(context: ConsumerContext) {
    this.#context = context;
  }

  async handle(lease: Lease, signal: AbortSignal): Promise<void> {
    const { store, queue, listings, logger } = this.#context;
    const provider = listings.providers.find(
      id => sourcesKey(id) === lease.key,
    );
    if (provider === undefined) {
      // A replica with another configuration made the row; it knows what to do with it.
      await queue.release(lease, this.#next(lease));
      return;
    }
    let listing: SourceListing;
    try {
      listing = await listings.list(provider, signal);
    } catch (error) {
      signal.throwIfAborted();
      const failure = failureOf(error);
      logger.warn(
        `Could not list the consumer sources of ${provider}: ${failure.message}`,
      );
      const { message, fix } = failure;
      const next = this.#next(lease, problemOf(failure));
      await store.listingFailed(provider, { message, fix }, lease, next);
      return;
    }
    await store.replaceSources(
      provider,
      recordsOf(provider, listing),
      lease,
      this.#next(lease),
    );
  }

  #next(lease: Lease, problem?: ReturnType<typeof problemOf>) {
    const { schedule, now, random } = this.#context;
    return reschedule(lease, problem, schedule, now(), random());
  }
}

function recordsOf(provider: string, listing: SourceListing): SourceRecord[] {
  const readable = [...listing.sources.values()].map(
    ({ id, title, cluster }): SourceRecord => ({
      sourceId: id,
      provider,
      title: oneLine(title, MAX_TITLE_LENGTH) || id,
      cluster,
      unreadable: null,
    }),
  );
  const unreadable = [...listing.unreadable.values()].map(
    (place): SourceRecord => {
      const { message, fix } = failureOf(place);
      return {
        sourceId: place.id,
        provider,
        title: oneLine(place.title, MAX_TITLE_LENGTH) || place.id,
        cluster: null,
        unreadable: { message, fix },
      };
    },
  );
  return [...readable, ...unreadable];
}
