import { VerdictStatus } from 'backstage-plugin-chart-provenance-common';

/** A version that an entry of the distrust list reaches. */
export interface ReachedVersion {
  chartId: string;
  /** `oci://host/path/name` */
  reference: string;
  /** Entity ref; null when nobody owns the chart. */
  owner: string | null;
  digest: string;
  version: string;
  /** As of now. */
  status: VerdictStatus;
}

/** An entry as the audit log was told of it: its id, and a hash of all it says. */
export interface AnnouncedEntry {
  id: string;
  hash: string;
}

/** What stands on the distrust list. Which entry reaches which version is written together with the verdicts. */
export interface DistrustStore {
  /** Versions that an entry reaches, those of the charts published last first; at most `limit`, and how many there are in all. */
  reachedBy(
    entryId: string,
    limit: number,
  ): Promise<{ versions: ReachedVersion[]; total: number }>;

  /** Charts whose verdicts were not decided by the rules in force: which entries reach them is not known yet. */
  pending(): Promise<number>;

  /**
   * Remembers the list as it is now, once `tell` has told of what changed since the last time; when that fails, nothing is remembered, so
   * that whoever starts next tells of it. Of several processes that start with the same list one tells. It is not called for no change.
   */
  remember(
    entries: readonly AnnouncedEntry[],
    tell: (changes: DistrustChanges) => Promise<void>,
  ): Promise<void>;
}

/** Ids of entries, by what became of them. */
export interface DistrustChanges {
  added: string[];
  changed: string[];
  removed: string[];
}
