export * from './ownerCandidates';
export * from './suggestOwners';
export type { OwnerCandidates, UnclaimedFacts } from './types';
