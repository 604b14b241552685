import type { ReasonCode, Side, VerdictStatus } from '../verdict/types';

/**
 * Body of `POST /gate`.
 *
 * @public
 */
export interface GateRequest {
  /** `oci://host/path/name` with a tag, a digest, or both; without either it is refused as malformed. */
  reference: string;
  /** Name of an environment that `gate.environments` has; unknown names are refused. Without: the operator's rules alone, enforced. */
  environment?: string;
  /** What must hold besides: a caller can add, never take away. */
  require?: GateRequirements;
}

/**
 * What a caller adds to what the operator asks.
 *
 * @public
 */
export interface GateRequirements {
  /** Names of configured policies that must be met too. */
  policies?: string[];
  /** Predicate types that must be attested by the signer the verdict names; without a version every version will do. */
  attestations?: string[];
  /** The reference must name a digest. */
  digest?: boolean;
  /** Evidence must not be older than so many seconds; what is longer than the operator's own bound counts as that bound. */
  maxAgeSeconds?: number;
}

/**
 * Why the gate said what it said. Besides the reasons of verdicts:
 * `unknown-chart`: not in the index, or not the caller's to see (told apart nowhere); `version-not-seen`: the digest is none of the chart's that
 * were read so far; `tag-not-found`; `tag-elsewhere`: tag and digest of the reference disagree; `not-pinned`; `evidence-too-old`;
 * `policy-unknown`: the caller names one that there is not; `images-not-proven`; `policy-expired`: the offline policy has run out.
 *
 * @public
 */
export type GateReasonCode =
  | ReasonCode
  | 'unknown-chart'
  | 'version-not-seen'
  | 'tag-not-found'
  | 'tag-elsewhere'
  | 'not-pinned'
  | 'evidence-too-old'
  | 'policy-unknown'
  | 'images-not-proven'
  | 'policy-expired';

/**
 * Who can do something about a reason.
 *
 * @public
 */
export interface GateActor {
  kind: 'owner' | 'caller' | 'operator' | 'registry';
  /** Of the chart's owner, where the caller may see it; null otherwise. */
  entityRef: string | null;
}

/**
 * One reason, with who can mend it.
 *
 * @public
 */
export interface GateReason {
  code: GateReasonCode;
  /** One sentence: what is wrong, with the values that decided it. */
  message: string;
  side: Side | 'caller';
  /** One sentence: what to do. */
  fix: string;
  who: GateActor;
  /** It may go away by itself, or once the chart was looked at again: asking again makes sense. */
  passing: boolean;
}

/**
 * Answer of `POST /gate`, and a row of the log of decisions.
 *
 * Status 200: go on. 412: `deny`, enforced. 503: `undecided`, enforced. An environment that is not enforced yet answers 200 whatever the decision
 * is: `decision` says what it would have been.
 *
 * @public
 */
export interface GateDecision {
  /** Of the decision, 26 characters (ULID); sorts by time. */
  id: string;
  decision: 'allow' | 'deny' | 'undecided';
  /** May the caller go on? `allow`, or not enforced. */
  proceed: boolean;
  enforced: boolean;
  /** ISO day from which on the environment is enforced, when that is still to come. */
  enforcedFrom: string | null;
  /** The caller is a user: nothing may be promoted on it. */
  dryRun: boolean;
  /** As asked. */
  reference: string;
  /** `oci://host/path/name@sha256:…`: what the decision is about. Null when it could not be told. */
  resolved: string | null;
  digest: string | null;
  /** The chart's own version. */
  version: string | null;
  chartId: string | null;
  /** Component that owns the chart. */
  entityRef: string | null;
  /** `default` when none was asked for. */
  environment: string;
  /** Null when nothing is known of the digest. */
  verdict: VerdictStatus | null;
  /** Empty for `allow` only. */
  reasons: GateReason[];
  /** Names of the policies applied. */
  policies: string[];
  /** SHA-256 (hex) of the policies, requirements and distrust list applied. */
  policyHash: string;
  /** SHA-256 (hex) of the trust material and the verifier's version. */
  trustHash: string;
  /** ISO; when the registry was last read to its end for this chart. */
  evidenceAt: string | null;
  decidedAt: string;
  /** ISO; an `allow` must not be used after it. Null for the others. */
  expiresAt: string | null;
  /** Seconds after which asking again makes sense; null when nothing will change by itself. */
  retryAfterSeconds: number | null;
  /** Page that explains. */
  url: string;
  /** Made without this backend, by `chart-provenance gate --offline`, and told later; null otherwise. */
  offline: OfflineNote | null;
}

/**
 * What is known of a decision that was made elsewhere: the word of whoever told it.
 *
 * @public
 */
export interface OfflineNote {
  /** Digest (`sha256:…`) of the policy file it was made by. */
  policyFile: string;
  /** ISO; when that file was written. */
  policyIssuedAt: string;
  /** ISO; when it was told here; null in the terminal that made it. */
  reportedAt: string | null;
}

/**
 * A row of the log of decisions.
 *
 * @public
 */
export interface GateLogRow extends GateDecision {
  /** Who asked: `user:default/dana`, `external:ci`, `plugin:…`. For those who may read the whole log; null otherwise. */
  caller: string | null;
  /** What the caller added. */
  require: GateRequirements | null;
}

/**
 * Filters of the log.
 *
 * @public
 */
export interface GateLogQuery {
  cursor?: string;
  /** 1 to 200; 50 by default. */
  limit?: number;
  decision?: GateDecision['decision'];
  environment?: string;
  chartId?: string;
  /** Substring of reference or version, case-insensitive. */
  filter?: string;
  /** ISO; from then on (inclusive), until then (exclusive). */
  from?: string;
  until?: string;
}

/**
 * Answer of `GET /gate/decisions`, the newest first.
 *
 * @public
 */
export interface GateLogPage {
  items: GateLogRow[];
  nextCursor: string | null;
  /** Environments that the operator configured. */
  environments: GateEnvironmentStatus[];
}

/**
 * An environment of the gate, as pages show it.
 *
 * @public
 */
export interface GateEnvironmentStatus {
  name: string;
  enforced: boolean;
  /** ISO day, when enforcement is still to come; null when it is enforced, or never will be. */
  enforcedFrom: string | null;
  /** Names of the policies that it adds. */
  policies: string[];
  requireDigest: boolean;
  maxAgeSeconds: number;
}

/**
 * A change whose effect is asked for before it is made, body of `POST /gate/impact`.
 *
 * @public
 */
export type GateChange =
  /** The environment would be enforced. */
  | { kind: 'enforcement'; environment: string }
  /** A configured policy would apply to the charts that match, besides theirs. */
  | { kind: 'policy'; policy: string; charts?: string }
  /** A policy, written as in the configuration (YAML), would take the place of the one of its name, or be added to the charts that match. */
  | { kind: 'policy-text'; text: string; charts?: string }
  /** The legacy place of a chart would be turned off. */
  | { kind: 'retire'; chartId: string };

/**
 * A consumer that the change would stop the next time it is deployed.
 *
 * @public
 */
export interface BlockedConsumer {
  consumerId: string;
  name: string;
  environment: string | null;
  cluster: string | null;
  /** Entity that deploys; null when nobody knows, or the reader may not see it. */
  entityRef: string | null;
  owner: string | null;
  chart: string;
  chartId: string;
  chartOwner: string | null;
  version: string | null;
  digest: string | null;
  /** `unknown`: which bytes run is not recorded, so nobody can say. */
  outcome: 'blocked' | 'unknown';
  reason: string;
  href: string | null;
}

/**
 * Answer of `POST /gate/impact`.
 *
 * @public
 */
export interface GateImpact {
  change: GateChange;
  /** At most 1,000, the most important environment first. */
  blocked: BlockedConsumer[];
  counts: { consumers: number; blocked: number; unknown: number; fine: number };
  /** Owners of what is blocked, with how many; an entity ref, or null where nobody is known. */
  owners: { owner: string | null; consumers: number }[];
  /** Charts whose newest version would be refused, consumed or not. */
  charts: { chartId: string; chart: string; reason: string }[];
  /** Sources of consumers that could not be read: there may be more. */
  unreadSources: number;
  cut: boolean;
}
