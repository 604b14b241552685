export * from './createListing';
export type { ListingHandlerOptions } from './ListingHandler';
