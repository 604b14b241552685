import type { GateDecision, GateRequirements } from '../api/gateTypes';
import type { Distrust, TrustPolicy } from '../policy/types';
import type { GateEnvironment } from './types';

/**
 * All that a decision about one chart depends on besides the registry, for `chart-provenance gate --offline`. Whoever can change the file
 * decides what passes: it is to be kept like the pipeline itself. No credentials are in it.
 *
 * @public
 */
export interface OfflinePolicy {
  format: 'chart-provenance/gate-policy/v1';
  /** ISO. */
  issuedAt: string;
  /** ISO; from then on everything is `undecided: policy-expired`. */
  expiresAt: string;
  chart: {
    chartId: string;
    registry: string;
    repository: string;
    entityRef: string | null;
    expectedSource: string | null;
    policies: string[];
    requestedPolicies: string[];
    conflict: string[];
  };
  /** How the registry is reached; without credentials. */
  registry: {
    plainHttp: boolean;
    allowPrivateAddress: boolean;
    realmHosts: string[];
    redirectHosts: string[];
  };
  policies: TrustPolicy[];
  distrust: Distrust[];
  trust: {
    roots: {
      id: string;
      thresholds: { tlog: number; ctlog: number; timestamp: number };
      /** A `trusted_root.json`, as text. */
      trustedRoot: string;
    }[];
    keys: {
      id: string;
      pem: string;
      validFrom?: string;
      validUntil?: string;
    }[];
    keyrings: {
      id: string;
      armored: string;
      validFrom?: string;
      validUntil?: string;
    }[];
    stores: { id: string; pem: string }[];
  };
  /** Those that fit the chart, and the one that holds without being named (`default`). */
  environments: GateEnvironment[];
  policyHash: string;
  trustHash: string;
  /** Page of the component's tab. */
  pageUrl: string;
}

/**
 * A decision made offline, one line of the file that `--record` writes and body of `POST /gate/reports`.
 *
 * @public
 */
export interface OfflineDecision {
  decision: GateDecision;
  require: GateRequirements | null;
}
