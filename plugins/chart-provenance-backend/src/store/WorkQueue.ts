import { Lease, Reschedule, WorkKind } from './types';

/** The work shared by all replicas through the database. Every time is ISO, UTC. */
export interface WorkQueue {
  /**
   * Takes up to `limit` rows that are due and whose host is not backing off. Each row goes to one process only, until its
   * lease ends.
   */
  lease(options: LeaseOptions): Promise<Lease[]>;

  /** Extends a lease. False when it was lost. */
  renew(lease: Lease): Promise<boolean>;

  /**
   * Gives a row back and says when it is due again.
   *
   * @throws StoreError `lease-lost`; nothing is written then.
   */
  release(lease: Lease, next: Reschedule): Promise<void>;

  /** Gives a row back untouched, due at once: its work was interrupted, which is nobody's failure. */
  giveBack(lease: Lease): Promise<void>;

  /** Adds rows that are missing, due now; rows that are there keep their times. */
  ensure(rows: { key: string; kind: WorkKind; host: string }[]): Promise<void>;

  /** Makes a chart due now; one that is being walked is walked once more after. False when it is unknown or not read. */
  makeDue(chartId: string): Promise<boolean>;

  /** Makes any row due now, as `makeDue` does. */
  makeRowDue(key: string): Promise<boolean>;

  /** Gives all leases back. For SQLite only, whose one process has just started: every lease is a dead process's. */
  reclaim(): Promise<number>;

  /** No row of that host is leased until then. */
  backOff(host: string, until: string, problem: string): Promise<void>;

  /** Failures to answer in a row. */
  hostFailures(host: string): Promise<number>;

  /** The host answered: forget its failures. */
  hostAnswered(host: string): Promise<void>;
}

/** How much to lease. */
export interface LeaseOptions {
  limit: number;
  /** Kinds of work to take: those that this process knows how to do. All unless told. */
  kinds?: readonly WorkKind[];
  /** How many more rows of a host this process may take now. */
  capacity: (host: string) => number;
}
