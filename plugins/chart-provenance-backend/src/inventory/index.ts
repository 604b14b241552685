export { CatalogDiscovery } from './CatalogDiscovery';
export type { CatalogDiscoveryOptions } from './CatalogDiscovery';
export { resolveInventory } from './resolveInventory';
export type { EntityWord, FoundNames, OperatorWord } from './types';
export { Unclaimed } from './unclaimed';
export type { UnclaimedOptions } from './unclaimed';
