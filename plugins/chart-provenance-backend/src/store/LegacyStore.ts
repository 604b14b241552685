import { LegacyFacts } from 'backstage-plugin-chart-provenance-common';
import { Lease, Reschedule } from './types';

/** One entry of an index, as read. */
export interface LegacyEntry {
  name: string;
  version: string;
  /** `sha256:…`; null when there is none, or none that can be compared. */
  digest: string | null;
  /** ISO */
  created: string | null;
  url: string | null;
  deprecated: boolean;
}

/** What reading a legacy repository gave. */
export type LegacyReading =
  | {
      method: 'index' | 'chartmuseum';
      entries: LegacyEntry[];
      /** Entries that could not be read: what and where; at most 20. */
      problems: { where: string; message: string }[];
      problemCount: number;
      /**
       * Charts of which something could not be read, or `all`: what is not listed of these is not gone. Absent: everything else was read.
       */
      uncertain?: readonly string[] | 'all';
      bytes: number;
      /** ETag or Last-Modified of the answer, for the next question; null when it has none. */
      validator: string | null;
    }
  /** 304: as last time. */
  | { unchanged: true }
  /** `gone`: it answers that there is no index (404, 410). */
  | {
      failure: { code: string; message: string; fix: string; gone: boolean };
    };

/** A chart's place in a legacy repository. */
export interface LegacyLocation {
  chartId: string;
  url: string;
  name: string;
  knownBy: 'rule' | 'claim';
}

/** How a legacy repository is read, and how that went. */
export interface LegacyRepositoryStatus {
  url: string;
  /** `index` until it was read once. */
  method: string;
  charts: number;
  lastSuccessAt: string | null;
  problem: { message: string; fix: string; since: string } | null;
}

/**
 * Keeps what legacy repositories list. Nothing is deleted: a version that a good reading no longer lists is marked as vanished. A URL is the
 * same repository with and without a slash or `index.yaml` at its end.
 */
export interface LegacyStore {
  /** Adds repositories that are missing, with their work rows, and drops the rows of those no longer configured (their history stays). */
  configure(urls: readonly string[]): Promise<void>;

  /** For the next question: what the last answer said of itself. */
  validator(url: string): Promise<string | null>;

  /** In one transaction with the release of the lease. @throws StoreError `lease-lost` */
  recordReading(
    url: string,
    reading: LegacyReading,
    lease: Lease,
    next: Reschedule,
  ): Promise<void>;

  /**
   * Where a chart was before, with every version that was ever listed, newest first; at most one place: the operator's rule, else the claim. `stale`
   * once the last good reading is older than a day or than three indexing intervals, whichever is longer; and when there was none.
   */
  factsOf(chartId: string): Promise<LegacyFacts | null>;

  /** Names that are listed now; with `ever`, also those that were listed before. */
  names(url: string, options?: { ever?: boolean }): Promise<string[]>;

  /** Replaces which chart was where; called by the inventory, inside its own transaction or out of it. */
  replaceLocations(locations: readonly LegacyLocation[]): Promise<void>;

  /** For the listing status: the configured ones. */
  repositories(): Promise<LegacyRepositoryStatus[]>;
}
