import { EntityProblem } from 'backstage-plugin-chart-provenance-common';
import { LegacyLocation } from './LegacyStore';
import { ChartRecord, Lease, Reschedule } from './types';

/** The whole inventory as one complete reading of configuration and catalog gives it. */
export interface Inventory {
  charts: ChartRecord[];
  /** Entities that have charts or problems. */
  entities: { entityRef: string; problems: EntityProblem[] }[];
  /** Which chart was where before, all of them; what is stored stays when it is not given. See `LegacyStore.replaceLocations`. */
  locations?: readonly LegacyLocation[];
  /** What leads to which entity, all of it; what is stored stays when it is not given. See `DiscoveryStore.replaceOwnerKeys`. */
  ownerKeys?: readonly { key: string; entityRef: string }[];
}

/** What replacing the inventory did. */
export interface InventoryOutcome {
  added: number;
  changed: number;
  /** Charts that nobody has any claim to now: kept with their history, without an owner, and no longer read. */
  unclaimed: number;
}

/** Keeps which charts there are, whose they are, and what is wrong with the claims. */
export interface InventoryStore {
  /**
   * Replaces the inventory in one transaction with the release of the discovery's lease. Only for a reading that got to its
   * end: what is missing from it loses its claims. A chart whose owner, expected source or policies change is judged anew
   * and inherits no `lastVerifiedAt`.
   *
   * @throws StoreError `lease-lost`, having written nothing.
   */
  replace(
    inventory: Inventory,
    lease: Lease,
    next: Reschedule,
  ): Promise<InventoryOutcome>;

  /** Remembers that reading the catalog failed. Claims stay as they are. */
  discoveryFailed(problem: string): Promise<void>;
}
