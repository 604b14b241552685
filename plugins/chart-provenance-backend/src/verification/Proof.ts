import { Signer } from 'backstage-plugin-chart-provenance-common';

/** What one root or key proved about a bundle: who signed it and when. */
export interface Proof {
  signer: Signer;
  /** ISO, earliest first; empty when no time is proven. */
  verifiedTimes: string[];
}
