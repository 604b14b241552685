import { GlobSegment } from 'backstage-plugin-chart-provenance-common';

/**
 * What the gate asks, besides the rules and policies of charts.
 *
 * @internal
 */
export interface GateConfig {
  /** In the order written: of those with the name asked for, the first whose `repositories` fit the chart counts. */
  environments: GateEnvironmentConfig[];
  /** Of evidence, where an environment has none of its own, milliseconds. */
  maxAgeMs: number;
  /** How long an `allow` may be used, milliseconds. */
  lifetimeMs: number;
  /** How long a policy file for `gate --offline` may be used, milliseconds; null: none is given out. */
  offlineLifetimeMs: number | null;
  /** Questions a minute that one caller may ask this process. */
  requestsPerMinute: number;
}

/**
 * One environment of the gate.
 *
 * @internal
 */
export interface GateEnvironmentConfig {
  name: string;
  /** `host/` and a glob over the repository, as rules have it; null: every chart. */
  repositories:
    | { pattern: string; host: string; segments: GlobSegment[] }[]
    | null;
  /** ISO day, `always` or `never`. */
  enforceFrom: string;
  /** Names of policies besides those of the chart's rule. */
  policies: string[];
  requireDigest: boolean;
  requireImages: boolean;
  /** Milliseconds; null: the gate's own. */
  maxAgeMs: number | null;
}
