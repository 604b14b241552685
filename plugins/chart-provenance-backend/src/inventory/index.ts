export { CatalogDiscovery } from './CatalogDiscovery';
export type { CatalogDiscoveryOptions } from './CatalogDiscovery';
export { resolveInventory } from './resolveInventory';
export type { EntityWord, OperatorWord } from './types';
