import {
  debianRegistry,
  debianRegistryWithPassword,
} from './debianRegistry.ts';
import {
  devRegistry,
  devRegistryWithoutReferrers,
  devRegistryWithTokens,
} from './devRegistry.ts';
import { ggcrRegistry } from './ggcrRegistry.ts';
import type { RegistryKind } from './registry.ts';
import { zot } from './zot.ts';

/** Every kind of registry that the bench knows, those of others first. */
export const REGISTRIES: RegistryKind[] = [
  ...[zot, ggcrRegistry],
  ...[debianRegistry, debianRegistryWithPassword],
  ...[devRegistry, devRegistryWithoutReferrers, devRegistryWithTokens],
];
