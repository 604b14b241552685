import { Lease, Reschedule } from './types';

/** A source of trust material that is refreshed, as configured. */
export interface TrustSourceRecord {
  /** Hash of where it is from; names it in the table and in the queue. */
  source: string;
  /** Id of a root that is from it, for whoever looks into the table. */
  rootId: string;
  /** Host that is asked. */
  host: string;
}

/** Signed metadata of TUF, each role's bytes in base64. */
export interface TrustMetadata {
  /** Every root after the first one that was followed, in the order of their versions. */
  roots: string[];
  timestamp: string;
  snapshot: string;
  targets: string;
}

/** What is known of a source without its bytes. */
export interface TrustMark {
  source: string;
  /** ISO; since when it is configured here. */
  firstSeenAt: string;
  /** Of the newest root and timestamp; null while nothing was ever fetched. */
  rootVersion: number | null;
  timestampVersion: number | null;
  /** SHA-256 (hex) of the trusted root's text. */
  materialHash: string | null;
  /** ISO; when that timestamp version was first seen here. */
  signedSince: string | null;
  /** ISO; the latest time that any replica has seen. Only ever grows. */
  clockSeenAt: string;
  lastSuccessAt: string | null;
  nextTryAt: string | null;
  /** Why the last try failed; null when it did not. */
  problem: string | null;
  failingSince: string | null;
}

/** The same with the bytes. They are what somebody wrote into a table: believed once they were verified again. */
export interface StoredTrust extends TrustMark {
  metadata: TrustMetadata | null;
  /** Text of the `trusted_root.json`. */
  trustedRoot: string | null;
}

/** What a refresh that went well gave, verified. */
export interface TrustRefresh {
  metadata: TrustMetadata;
  trustedRoot: string;
  rootVersion: number;
  timestampVersion: number;
}

/** The versions that a refresh started from. */
export type TrustBasis = Pick<TrustMark, 'rootVersion' | 'timestampVersion'>;

/** Trust material that is refreshed in the background, shared by all replicas and never rolled back. */
export interface TrustStore {
  /**
   * Adds the rows that are missing, in the table and in the queue, and takes those out of the queue that are configured no more. What was
   * fetched stays.
   */
  configure(sources: readonly TrustSourceRecord[]): Promise<void>;

  /** What is known of these sources; unknown ones are left out. */
  marks(sources: readonly string[]): Promise<TrustMark[]>;

  /** One source with its bytes. */
  read(source: string): Promise<StoredTrust | undefined>;

  /**
   * Writes what a refresh gave and gives the lease back. False, and nothing of it is written, when the stored versions are not `basis` any
   * more: somebody else stored something, and what is written over that could be older. A timestamp of the same version leaves
   * `signedSince` where it is.
   *
   * @throws StoreError `lease-lost`
   */
  recordRefresh(
    source: string,
    refresh: TrustRefresh,
    basis: TrustBasis,
    lease: Lease,
    next: Reschedule,
  ): Promise<boolean>;

  /**
   * Writes why a refresh failed and gives the lease back; what is known stays.
   *
   * @throws StoreError `lease-lost`
   */
  recordFailure(
    source: string,
    problem: string,
    lease: Lease,
    next: Reschedule,
  ): Promise<void>;
}
