import { WorkHandler } from '../../indexing';
import { DiscoveryStore } from '../../store';
import { isListed } from './chooseMethod';
import { ListingHandler, ListingHandlerOptions } from './ListingHandler';

/** What listing registries is put together from. */
export interface ListingOptions extends ListingHandlerOptions {
  store: Pick<DiscoveryStore, 'configureListings' | 'recordListing'>;
}

/** Finds the repositories of the configured registries. */
export interface Listing {
  /** Works on the rows of kind `listing`. */
  handler: WorkHandler;
  /** Adds the rows that are missing, and drops those of registries that are not to be listed. Call it before the pump starts. */
  schedule(): Promise<void>;
}

/** Puts listing, schedule and store together. A registry without rules is not contacted: nothing of it may be read. */
export function createListing(options: ListingOptions): Listing {
  const { registries, rules, store } = options;
  const ruled = new Set(rules.map(({ rule }) => rule.registry));
  const listed = registries.filter(
    registry => ruled.has(registry.host) && isListed(registry),
  );
  return {
    handler: new ListingHandler(options),
    schedule: () => store.configureListings(listed.map(({ host }) => host)),
  };
}
