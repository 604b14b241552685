import {
  ConsumerRow,
  ConsumerSourceStatus,
} from 'backstage-plugin-chart-provenance-common';
import {
  ConsumerObservation,
  ObservedConsumer,
} from 'backstage-plugin-chart-provenance-node';
import { Lease, Reschedule } from './types';

/** A source of consumers, as its provider listed it. */
export interface SourceRecord {
  sourceId: string;
  provider: string;
  title: string;
  cluster: string | null;
  /** It exists and cannot be read at all, and why; null when it can be tried. */
  unreadable: { message: string; fix: string } | null;
}

/** A consumer to be kept: what was seen, and what configuration makes of it. */
export interface ConsumerRecord {
  consumer: ObservedConsumer;
  /** Chart in a registry that is meant, by its id; null for a legacy chart or when it cannot be told. */
  chartId: string | null;
  /** Legacy chart that is meant; null otherwise. */
  legacy: { url: string; name: string } | null;
  /** Cluster it deploys to, after `destination` was resolved. */
  cluster: string | null;
  environment: string | null;
  /**
   * Who deploys, the surest first: `entity:<ref>` (the operator's rule, or an annotation on that very entity), `kubernetes-id:<value>`,
   * `argocd-app:<value>`. The first that leads to an entity counts.
   */
  ownerKeys: string[];
}

/** What reading a source gave: its consumers, or why there are none. */
export type SourceReading =
  | {
      consumers: ConsumerRecord[];
      problems: ConsumerObservation['problems'];
      complete: boolean;
      incompleteBecause: string | null;
    }
  | { failure: { message: string; fix: string } };

/** Keeps who uses charts. */
export interface ConsumerStore {
  /**
   * Makes sure that every provider has its work row (`sourcesKey`); what other providers listed goes, with its consumers. For the start of the
   * backend: nobody would look there any more.
   */
  configureProviders(providers: readonly string[]): Promise<void>;

  /**
   * The sources of one provider, in one transaction with the release of the lease: new ones become due (`sourceKey`), those no longer listed
   * go with their consumers. @throws StoreError `lease-lost`
   */
  replaceSources(
    provider: string,
    sources: readonly SourceRecord[],
    lease: Lease,
    next: Reschedule,
  ): Promise<void>;

  /** Listing the sources of a provider failed: all of them stay as they are, and the problem is shown on each. */
  listingFailed(
    provider: string,
    problem: { message: string; fix: string },
    lease: Lease,
    next: Reschedule,
  ): Promise<void>;

  source(sourceId: string): Promise<SourceRecord | undefined>;

  /** The source that a work row of kind `source` reads, by the row's key. */
  sourceOfKey(key: string): Promise<SourceRecord | undefined>;

  /**
   * Writes a reading in one transaction with the release of the lease. A complete one replaces; an incomplete one keeps what it does not
   * mention, marked stale; a failure keeps everything, marked stale. @throws StoreError `lease-lost`
   */
  recordReading(
    sourceId: string,
    reading: SourceReading,
    lease: Lease,
    next: Reschedule,
  ): Promise<void>;

  /**
   * Consumers of a chart: those that name it in the registry, and those of its legacy locations. With verdicts of what runs, as
   * of now. Ordered by environment (as configured), entity, name; at most `limit`, 2,000 unless told. `gate` is compared with the chart's policies.
   * `owner` is null: the catalog tells it on read.
   */
  consumersOf(
    chartId: string,
    options?: { limit?: number },
  ): Promise<ConsumerRow[]>;

  /** What an entity uses, in the same form. */
  consumersBy(entityRef: string): Promise<ConsumerRow[]>;

  /**
   * What is written by consumers of which nobody can tell which chart they mean, e.g. because the repository they name is defined elsewhere: any of them
   * may use a chart whose name is in it.
   */
  unplaced(): Promise<string[]>;

  /** Every source, by provider and title. */
  sources(): Promise<ConsumerSourceStatus[]>;
}
