import { ChartReads } from './ChartReads';
import { ChartWrites } from './ChartWrites';
import { InventoryStore } from './InventoryStore';
import { WorkQueue } from './WorkQueue';

/** Everything the plugin keeps. Each part is an interface of its own, so that nobody gets more than it needs. */
export interface ChartStore extends ChartReads, ChartWrites {
  readonly queue: WorkQueue;
  readonly inventory: InventoryStore;
}
