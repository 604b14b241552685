export { createTrustIndexing } from './createTrustIndexing';
export type {
  TrustIndexing,
  TrustIndexingOptions,
} from './createTrustIndexing';
export { sourcesOf } from './sourcesOf';
export { TrustFailure } from './TrustFailure';
export type { TrustFailureCode } from './TrustFailure';
export { staleRootsOf, TrustKeeper } from './TrustKeeper';
export type { TrustKeeperOptions } from './TrustKeeper';
export type { TufSource } from './types';
