import {
  ListingStatus,
  Signer,
} from 'backstage-plugin-chart-provenance-common';
import { ChartRecord, Lease, Reschedule } from './types';

/** What listing a registry gave. */
export type ListingReading =
  | { method: string; repositories: string[]; complete: boolean }
  | { failure: { message: string; fix: string } };

/** Who said that an entity owns a chart. The last one of a chart counts; none is ever deleted. */
export interface MappingRecord {
  /** Id of a chart in a registry. */
  chartId: string;
  registry: string;
  repository: string;
  /** Null takes it back. */
  entityRef: string | null;
  by: string;
  /** ISO */
  at: string;
}

/** A chart that nobody owns, with what suggestions are made from. Everything but `signer` is somebody's word. */
export interface UnclaimedRecord {
  id: string;
  /**
   * Null for what no rule lets be read: known from a listing, a legacy repository or a consumer only. Its `id` is the id it would have in the
   * inventory, or `~` and a hash for a legacy chart.
   */
  chart: ChartRecord | null;
  reference: string;
  name: string;
  knownFrom: ('rule' | 'listing' | 'legacy' | 'consumer' | 'claim')[];
  conflict: string[];
  consumers: number;
  versions: number | null;
  firstSeenAt: string;
  signer: Signer | null;
  /** `sources` and `home` of the newest version's Chart.yaml, as written, at most 20; Helm copies the first into `org.opencontainers.image.source`. */
  sourceUrls: string[];
  maintainers: { name: string; email?: string; url?: string }[];
  /** Entities that deploy it, by the owner keys of its consumers; the most frequent first, at most 20. */
  deployedBy: string[];
  /** Values of the labels of its consumers that may name an owner; the most frequent first, at most 20. */
  workloadLabels: string[];
}

/** A chart as a consumer names it: a registry as written, or a legacy repository in its one spelling. */
export type ConsumedTarget =
  | { kind: 'oci'; registry: string; repository: string }
  | { kind: 'legacy'; url: string; name: string };

/** Keeps what was found without anybody claiming it, and the operator's mappings. */
export interface DiscoveryStore {
  /** Makes sure that every registry to be listed has its work row; others go. */
  configureListings(hosts: readonly string[]): Promise<void>;

  /** In one transaction with the release of the lease. An incomplete listing removes nothing. @throws StoreError `lease-lost` */
  recordListing(
    host: string,
    reading: ListingReading,
    lease: Lease,
    next: Reschedule,
  ): Promise<void>;

  /** Repositories that a listing showed, still present. */
  listedRepositories(): Promise<{ registry: string; repository: string }[]>;

  /** Charts that consumers name, by what they wrote: registries as written, and legacy charts. */
  consumedTargets(): Promise<ConsumedTarget[]>;

  /** The mapping in force of each chart; one that was taken back is not. */
  mappings(): Promise<MappingRecord[]>;

  /** Adds mappings, all or none. */
  addMappings(records: readonly MappingRecord[]): Promise<void>;

  /** Everything nobody owns, in order of `reference`; bounded by 10,000. */
  unclaimed(): Promise<UnclaimedRecord[]>;

  /** The whole inventory in numbers: `owned`, `unclaimed` and `conflicts` add up to `charts`. What only a placeholder makes a chart counts once there is a sign of it. */
  counts(): Promise<{
    charts: number;
    owned: number;
    unclaimed: number;
    conflicts: number;
  }>;

  listings(): Promise<ListingStatus[]>;

  /**
   * Replaces which values of which keys lead to an entity: `kubernetes-id:payments` → `component:default/payments`. Give every entity that holds a
   * key: one held by several leads to none of them.
   */
  replaceOwnerKeys(
    keys: readonly { key: string; entityRef: string }[],
  ): Promise<void>;
}
