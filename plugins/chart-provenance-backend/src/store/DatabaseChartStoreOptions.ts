import { DatabaseService } from '@backstage/backend-plugin-api';
import {
  StaleRoot,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';

/** What the store needs from outside. */
export interface DatabaseChartStoreOptions {
  database: DatabaseService;
  /** Configured policies: they say how old a look may be. */
  policies: readonly TrustPolicy[];
  /** `ChartJudge.inputsHash` of the rules in force: what was decided by others is not shown as decided. */
  judgedWith?: () => string;
  /** Trust roots that have not been refreshed in time, as of now: what stands on them is not shown as verified. None unless told. */
  rootsStale?: () => readonly StaleRoot[];
  /** Clock; the system's unless told. */
  now?: () => Date;
  /** How long work is leased before another process may take it, milliseconds. 5 minutes unless told. */
  leaseMs?: number;
  /** Ids of the trust roots that are the public Sigstore instance, for comparing what Flux verifies with the policies. None unless told. */
  publicRoots?: readonly string[];
  /** Names of the configured environments, the most important first. None unless told. */
  environments?: readonly string[];
  /** Milliseconds between two readings of a consumer source; after three of them what is known of its consumers is stale. 5 minutes unless told. */
  consumerIntervalMs?: number;
  /** Milliseconds between two looks at a registry or legacy repository; a legacy index is stale after three of them, and not before a day. 15 minutes unless told. */
  indexingIntervalMs?: number;
}
