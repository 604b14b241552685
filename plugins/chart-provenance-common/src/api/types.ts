import { DoctorReport } from './doctorTypes';
import { TagHistory } from './tagTypes';
import {
  Signer,
  Side,
  ReasonCode,
  Verdict,
  VerdictStatus,
} from '../verdict/types';
import { Evidence, Verification } from '../evidence/types';

/**
 * Answer of `GET /entities/{kind}/{namespace}/{name}`.
 *
 * @public
 */
export interface EntityProvenance {
  entityRef: string;
  /** Charts this entity owns, most recently published first. */
  charts: ChartSummary[];
  /** What is wrong with the entity's own claims; the other claims still work. */
  problems: EntityProblem[];
  /** ISO time at which the catalog was last read for this entity; null before the first time. */
  catalogSeenAt: string | null;
}

/**
 * A claim of the entity that does not hold, and what to do.
 *
 * @public
 */
export interface EntityProblem {
  code:
    | 'annotation-invalid'
    | 'claim-not-allowed'
    | 'registry-not-configured'
    | 'claimed-by-another'
    | 'ownership-conflict'
    | 'unknown-policy'
    | 'policy-not-selectable'
    /** The legacy repository it names is none of the operator's, so it is not read. */
    | 'legacy-not-configured'
    /** The chart that a legacy chart is said to have become is not this entity's, or the legacy chart is another's. */
    | 'legacy-not-yours'
    /** A chart has one place in legacy repositories, and a legacy chart became one chart: two are named. */
    | 'legacy-ambiguous'
    /** The operator's rule says where the chart was. */
    | 'legacy-overruled';
  /** One sentence: what is wrong. */
  message: string;
  /** One sentence: how to fix it, and who can. */
  fix: string;
  annotation?: string;
  /** The annotation's value as written, cut to 300 characters. */
  value?: string;
  /** Zero-based offset of the first bad character in `value`. */
  position?: number;
  /** The chart reference meant, if it could be read. */
  reference?: string;
  /** Other claimants the reader may see. */
  claimants?: string[];
}

/**
 * Where the index of a chart stands.
 *
 * @public
 */
export type ChartState =
  | 'firstIndexing'
  | 'indexed'
  /** Nothing is published in the repository yet. */
  | 'empty'
  /** The last walk failed; what is shown is from before. */
  | 'failed'
  /** Some of it was read, some not. */
  | 'partial';

/**
 * How fresh the index of a chart is. Staleness is judged at the time of the request.
 *
 * @public
 */
export interface Freshness {
  /** ISO; the last walk that finished, whether it succeeded or not. */
  lastAttemptAt: string | null;
  /** ISO; the last walk that read everything it needed. */
  lastSuccessAt: string | null;
  stale: boolean;
  nextTryAt: string | null;
  problem: {
    code: ReasonCode;
    message: string;
    side: Side;
    /** ISO; the first of the failures in a row. */
    since: string;
  } | null;
}

/**
 * One chart repository of an entity.
 *
 * @public
 */
export interface ChartSummary {
  /** base64url(sha256(registry/repository)), first 16 characters. */
  chartId: string;
  /** `oci://host/path/name` */
  reference: string;
  registry: string;
  repository: string;
  /** Last segment of the repository. */
  name: string;
  owner: string | null;
  /**
   * `claim`: its owner's annotation names it. `rule`: a rule of the operator names it outright. `convention`: a rule's
   * placeholders fit the owner's name; such a chart is shown once something is published.
   */
  knownBy:
    | 'rule'
    | 'convention'
    | 'claim'
    /** The registry lists it. */
    | 'listing'
    /** A legacy repository lists the chart that a rule says it was before. */
    | 'legacy'
    /** A consumer names it. */
    | 'consumer'
    /** The operator said whose it is, on the page of charts that nobody owns. */
    | 'mapping';
  /** e.g. `github.com/acme/payments`; null when the operator names none. */
  expectedSource: string | null;
  policies: string[];
  state: ChartState;
  /** Versions by verdict, as of now. */
  counts: Record<VerdictStatus, number>;
  /** Highest non-prerelease version, else the highest; null when empty. */
  newest: VersionRow | null;
  progress: { tagsSeen: number; versionsDone: number } | null;
  freshness: Freshness;
  /** When nobody has said who may sign: the proven signer of the newest version, for the operator to consider. Never a verdict. */
  proposal: Signer | null;
}

/**
 * One chart version: a manifest digest in a repository.
 *
 * @public
 */
export interface VersionRow {
  digest: string;
  /** From the chart's own config (Chart.yaml), not from the tag. */
  version: string;
  /** Chart name from the config. */
  name: string;
  appVersion: string | null;
  chartLayerDigest: string | null;
  /** ISO; written by the publisher, hence a hint. */
  publishedAt: string | null;
  firstSeenAt: string;
  prerelease: boolean;
  newest: boolean;
  /** Tags that point here now. `moves` counts how often the tag pointed elsewhere before. */
  tags: { tag: string; moves: number }[];
  verdict: {
    status: VerdictStatus;
    reason: { code: ReasonCode; message: string };
    signer: Signer | null;
    lastVerifiedAt: string | null;
  };
  /** null: no SBOM attached. `verified` false: attached, but not proven. */
  sbom: {
    label: string | null;
    packageCount: number | null;
    verified: boolean;
  } | null;
  /** null: no provenance attached. */
  provenance: { label: string | null; verified: boolean } | null;
}

/**
 * Answer of `GET …/charts/{chartId}/versions`.
 *
 * @public
 */
export interface VersionPage {
  items: VersionRow[];
  /** Opaque; null on the last page. */
  nextCursor: string | null;
  /** Rows that match the filter. */
  total: number;
  /** All versions of the chart by verdict, filter or not. */
  counts: Record<VerdictStatus, number>;
}

/**
 * Filters of the version list.
 *
 * @public
 */
export interface VersionQuery {
  cursor?: string;
  /** 1 to 200; 50 by default. */
  limit?: number;
  status?: VerdictStatus;
  /** Substring of version, tag or digest, case-insensitive. */
  filter?: string;
  /** Include pre-releases; true by default. */
  prereleases?: boolean;
}

/**
 * Answer of `GET …/charts/{chartId}/versions/{digest}`.
 *
 * @public
 */
export interface VersionDetail {
  chartId: string;
  /** `oci://host/path/name@sha256:…` */
  reference: string;
  row: VersionRow;
  verdict: Verdict;
  freshness: Freshness;
  evidence: EvidenceRow[];
  /** Tags that point here or ever did. */
  tags: TagHistory[];
  chart: ChartFacts;
  /** What is inside of the chart, where it is known. */
  contents: ChartContents;
  /** Commands that reproduce the verdict in a terminal, most telling first. */
  commands: { title: string; command: string }[];
  /** What to know before running them: files they read, what no command can check and why. Plain text. */
  commandNotes: string[];
}

/**
 * Facts from the chart's config, bounded; strings are plain text.
 *
 * @public
 */
export interface ChartFacts {
  description: string | null;
  home: string | null;
  sources: string[];
  maintainers: { name: string; email?: string; url?: string }[];
  keywords: string[];
  dependencies: { name: string; version: string; repository: string | null }[];
  kubeVersion: string | null;
  deprecated: boolean;
  /** Images that the annotation `artifacthub.io/images` names, at most 100; absent where it names none. */
  images?: string[];
}

/**
 * What a chart version brings with it, as its own Chart.yaml and its SBOM say. At most 200 of each.
 *
 * @public
 */
export interface ChartContents {
  dependencies: ContainedChart[];
  images: ContainedImage[];
  /** The SBOM that the images are read from; null where they are from Chart.yaml alone, or there are none. */
  sbom: { evidence: string; verified: boolean } | null;
  /** There were more than are told. */
  cut: boolean;
}

/**
 * A chart inside of a chart.
 *
 * @public
 */
export interface ContainedChart {
  name: string;
  /** As written: a version or a range. */
  version: string;
  repository: string | null;
  /** The chart and version where they are in the index and the reader may see them. */
  known: {
    chartId: string;
    digest: string | null;
    entityRef: string | null;
    status: VerdictStatus | null;
  } | null;
}

/**
 * A container image that the chart brings with it.
 *
 * @public
 */
export interface ContainedImage {
  /** As written, with tag or digest. */
  reference: string;
  digest: string | null;
  /** Who names it. */
  from: 'sbom' | 'annotation';
}

/**
 * Evidence with its cryptographic outcomes.
 *
 * @public
 */
export interface EvidenceRow extends Evidence {
  verifications: Verification[];
  /** Raw bytes can be downloaded. */
  downloadable: boolean;
  firstSeenAt: string;
  /** False: it was there once, and a successful look no longer found it. */
  present: boolean;
}

/**
 * Answer of `POST …/charts/{chartId}/refresh`.
 *
 * @public
 */
export interface RefreshAnswer {
  /** ISO; when the chart will be looked at at the latest. */
  dueAt: string;
}

/**
 * One piece of trust material.
 *
 * @public
 */
export interface TrustStatus {
  id: string;
  kind: 'root' | 'key' | 'keyring' | 'store';
  /** False: it cannot be used, and nothing is ever proven under it. */
  ok: boolean;
  /** One sentence: what it is, or why it cannot be used. */
  detail: string;
  /** Null for what is never refreshed. */
  refresh: {
    /** ISO; the last refresh that succeeded. */
    lastSuccessAt: string | null;
    /** ISO; since when the newest signed metadata is known here: its age is counted from then. */
    signedSince: string | null;
    /** ISO; from then on nothing under this root is called verified, unless it is refreshed before. Null: never. */
    staleAt: string | null;
    stale: boolean;
    nextTryAt: string | null;
    /** Why the last try failed. */
    problem: string | null;
  } | null;
}

/**
 * Answer of `GET /status`.
 *
 * @public
 */
export interface IndexStatus {
  charts: {
    total: number;
    firstIndexing: number;
    failed: number;
    partial: number;
    unowned: number;
  };
  queue: { due: number; leased: number; oldestDueAt: string | null };
  catalog: { lastDiscoveryAt: string | null; problem: string | null };
  registries: {
    host: string;
    charts: number;
    failing: number;
    backingOffUntil: string | null;
    lastProblem: string | null;
  }[];
  trust: TrustStatus[];
  verifierVersion: string;
  /** The doctor's last report of this process; null when it ran none since its start. */
  doctor: DoctorReport | null;
}
