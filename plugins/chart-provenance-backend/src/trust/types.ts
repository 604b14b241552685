import { TrustStatus } from 'backstage-plugin-chart-provenance-common';
import { Thresholds } from '../verification';

/** A TUF repository that vouches for one or more configured roots. */
export interface TufSource {
  /** Names it in the database: hash of repository, target and first root. */
  key: string;
  /** https, without a slash at its end. */
  url: string;
  /** `host[:port]` */
  host: string;
  allowPrivateAddress: boolean;
  /** Path of the `trusted_root.json` among the targets. */
  target: string;
  /** Text of the `root.json` from which on the repository is believed. */
  firstRoot: string;
  /** Milliseconds; the shortest of the roots'. */
  intervalMs: number;
  /** The configured roots that are from it. */
  roots: readonly { id: string; thresholds: Thresholds }[];
}

/** What signed metadata says, after every signature was checked from the first root on. */
export interface VerifiedMetadata {
  rootVersion: number;
  timestampVersion: number;
  /** ISO; the first end of what is signed: root, timestamp, snapshot, targets. */
  signedUntil: string;
  /**
   * ISO; when the newest of it was signed, as tuf-on-ci lets be told; null where it does not. Nobody's clock may be before it.
   */
  signedAt: string | null;
  /** The parsed `trusted_root.json`. */
  trustedRoot: unknown;
}

/** A trusted root that is in force. */
export interface Material {
  trustedRoot: unknown;
  /** Changes when it does. */
  hash: string;
  /** ISO; what its age is counted from. */
  asOf: string | undefined;
}

/** Holds what is known of where one or more configured roots are from. */
export interface Holder {
  /** The roots. */
  readonly ids: readonly string[];
  /** Undefined while nothing is known but what is shipped. */
  material(): Material | undefined;
  /** How fresh it is for a root with that `maxAge`, milliseconds. */
  refreshOf(maxAgeMs: number, now: Date): RefreshState;
}

/** How fresh a root is. */
export type RefreshState = NonNullable<TrustStatus['refresh']>;
