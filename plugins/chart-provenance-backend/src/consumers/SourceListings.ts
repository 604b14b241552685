import {
  ConsumerSource,
  ConsumerSourceProvider,
} from 'backstage-plugin-chart-provenance-node';
import { withinTime } from './withinTime';

/** What a provider listed. */
export interface SourceListing {
  sources: ReadonlyMap<string, ConsumerSource>;
  /** By id. */
  unreadable: ReadonlyMap<string, UnreadableSource>;
}

/** A place that exists and cannot be read. */
export interface UnreadableSource {
  id: string;
  title: string;
  message: string;
  fix: string;
}

const MAX_SOURCES = 2_000;
const MAX_ID_LENGTH = 200;

/**
 * Asks providers for their sources. What they answered is kept for a moment in this process: on another replica than the one that
 * listed them, a source must be found all the same.
 */
export class SourceListings {
  readonly #providers: ReadonlyMap<string, ConsumerSourceProvider>;
  readonly #kept = new Map<string, { listing: SourceListing; at: number }>();
  readonly #keepMs: number;
  readonly #timeoutMs: number;
  readonly #now: () => Date;

  constructor(
    providers: readonly ConsumerSourceProvider[],
    options: { keepMs: number; timeoutMs: number; now: () => Date },
  ) {
    this.#providers = new Map(
      providers.map(provider => [provider.id, provider]),
    );
    this.#keepMs = options.keepMs;
    this.#timeoutMs = options.timeoutMs;
    this.#now = options.now;
  }

  get providers(): readonly string[] {
    return [...this.#providers.keys()];
  }

  /** Lists anew. Rejects when the provider cannot, and for a listing that no store could keep. */
  async list(provider: string, signal: AbortSignal): Promise<SourceListing> {
    const known = this.#providers.get(provider);
    if (!known) {
      throw new Error(`There is no provider '${provider}' of consumer sources`);
    }
    const listed = await withinTime(this.#timeoutMs, signal, both =>
      known.sources({ signal: both }),
    );
    const listing = listingOf(listed);
    this.#kept.set(provider, { listing, at: this.#now().getTime() });
    return listing;
  }

  /** What was listed a moment ago, if it knows that source; else lists anew. */
  async find(
    provider: string,
    sourceId: string,
    signal: AbortSignal,
  ): Promise<SourceListing> {
    const kept = this.#kept.get(provider);
    const usable =
      kept !== undefined &&
      this.#now().getTime() - kept.at < this.#keepMs &&
      (kept.listing.sources.has(sourceId) ||
        kept.listing.unreadable.has(sourceId));
    return usable ? kept.listing : this.list(provider, signal);
  }
}

function listingOf(
  listed: Awaited<ReturnType<ConsumerSourceProvider['sources']>>,
): SourceListing {
  const ids = [...listed.sources, ...listed.unreadable].map(({ id }) => id);
  if (ids.length > MAX_SOURCES) {
    throw new Error(
      `It lists ${ids.length} sources; at most ${MAX_SOURCES} are read`,
    );
  }
  const bad = ids.find(
    (id, index) =>
      id === '' || id.length > MAX_ID_LENGTH || ids.indexOf(id) !== index,
  );
  if (bad !== undefined) {
    throw new Error(
      `It lists the source '${bad.slice(0, MAX_ID_LENGTH)}' ${
        ids.filter(id => id === bad).length > 1
          ? 'twice'
          : `under an id that has not 1 to ${MAX_ID_LENGTH} characters`
      }`,
    );
  }
  return {
    sources: new Map(listed.sources.map(source => [source.id, source])),
    unreadable: new Map(listed.unreadable.map(place => [place.id, place])),
  };
}
