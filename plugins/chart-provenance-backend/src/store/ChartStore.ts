import { ChartReads } from './ChartReads';
import { ChartWrites } from './ChartWrites';
import { ConsumerStore } from './ConsumerStore';
import { DiscoveryStore } from './DiscoveryStore';
import { DistrustStore } from './DistrustStore';
import { GateStore } from './GateStore';
import { InventoryStore } from './InventoryStore';
import { LegacyStore } from './LegacyStore';
import { MigrationStore } from './MigrationStore';
import { ImageStore } from './ImageStore';
import { TrustStore } from './TrustStore';
import { SbomStore } from './SbomStore';
import { WorkQueue } from './WorkQueue';

/** Everything the plugin keeps. Each part is an interface of its own, so that nobody gets more than it needs. */
export interface ChartStore extends ChartReads, ChartWrites {
  readonly queue: WorkQueue;
  readonly inventory: InventoryStore;
  readonly consumers: ConsumerStore;
  readonly legacy: LegacyStore;
  readonly discovery: DiscoveryStore;
  readonly migration: MigrationStore;
  readonly distrust: DistrustStore;
  readonly sboms: SbomStore;
  readonly trust: TrustStore;
  readonly images: ImageStore;
  readonly gate: GateStore;
}
