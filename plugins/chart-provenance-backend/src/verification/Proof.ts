import { Signer } from 'backstage-plugin-chart-provenance-common';

/** What one root or key proved about a bundle: who signed it and when. */
export interface Proof {
  signer: Signer;
  /** ISO, earliest first; empty when no time is proven. */
  verifiedTimes: string[];
  /** RFC 6962 leaf hashes (hex) of the log entries that are proven. */
  logEntries: string[];
  /** By an Ed25519 key: signed in the pre-hashed form. */
  prehashed?: boolean;
}
