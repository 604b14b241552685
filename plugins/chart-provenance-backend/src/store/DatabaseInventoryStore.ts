import { Inventory, InventoryOutcome, InventoryStore } from './InventoryStore';
import { setState } from './operations/state/setState';
import { StoreContext } from './reads/StoreContext';
import { Lease, Reschedule } from './types';
import { replaceInventory } from './writes/replaceInventory';

/** The inventory in the plugin's database. */
export class DatabaseInventoryStore implements InventoryStore {
  readonly #context: StoreContext;

  constructor(context: StoreContext) {
    this.#context = context;
  }

  async replace(
    inventory: Inventory,
    lease: Lease,
    next: Reschedule,
  ): Promise<InventoryOutcome> {
    return replaceInventory(this.#context, inventory, lease, next);
  }

  async discoveryFailed(problem: string): Promise<void> {
    await setState(this.#context.database, 'discovery.problem', problem);
  }
}
