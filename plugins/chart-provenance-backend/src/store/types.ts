import {
  ChartState,
  ChartSummary,
  Evidence,
  IndexStatus,
  Reason,
  Verdict,
  Verification,
  VersionDetail,
} from 'backstage-plugin-chart-provenance-common';
import {
  ChartIdentity,
  PackedSbom,
  WalkProblem,
  WalkResult,
} from '../walk/types';

/** Who told of a chart, or of its owner. */
export type KnownBy = ChartSummary['knownBy'];

/** A chart repository that may be read, and whose it is. Written by the inventory, read by the walk and the judge. */
export interface ChartRecord {
  /** base64url(sha256(registry/repository)), first 16 characters. */
  chartId: string;
  /** `host[:port]` */
  registry: string;
  repository: string;
  /** Entity ref; null when nobody owns it or when two entities claim it. */
  owner: string | null;
  knownBy: KnownBy;
  expectedSource: string | null;
  /** Names of the policies the operator applies. */
  policies: string[];
  /** Names of the policies the owner's annotation asks for in addition; whether they exist and are selectable is judged. */
  requestedPolicies: string[];
  /** Claimants when more than one entity claims the chart and the operator names none; else empty. */
  conflict: string[];
}

/** What one version's verdict depends on, as stored. Plain, and complete: the judge reads nothing else. */
export interface JudgeableVersion {
  digest: string;
  name: string;
  version: string;
  chartLayerDigest: string | null;
  /** Why the manifest or config could not be read as a chart. */
  problem: WalkProblem | null;
  /** Tags that point here now, with how the tag got here. */
  tags: {
    tag: string;
    change: TagChange;
    /** The version it fell from and has not come back to; null when it never fell. */
    rolledBackFrom: string | null;
  }[];
  /** Every tag that ever pointed here, present ones included. */
  everTags: string[];
  /** Evidence present at the last successful look. */
  evidence: Evidence[];
  /** Outcomes for that evidence under the present trust material. */
  verifications: Verification[];
  /** True when this version's referrers were listed with success at least once. */
  referrersRead: boolean;
  /** Referrers that were listed but could not be read yet. */
  undecoded: string[];
  /** Evidence whose bytes must be fetched again before the present trust material can judge it. */
  awaitingBytes: string[];
  /** Key of the verdict stored now; null when there is none. */
  previousKey: string | null;
}

/** How a tag came to point at a digest. */
export type TagChange =
  | 'first'
  | 're-push'
  | 're-publish'
  | 'forward'
  | 'rollback'
  | 'removed';

/**
 * Judges versions of one chart. Synchronous and free of I/O: it is called inside the transaction that writes the facts, so
 * that a verdict can never belong to other facts than the stored ones.
 */
export interface ChartJudge {
  /** Hash of everything but the version that a verdict depends on: policies, distrust, trust material, verifier version. */
  inputsHash: string;
  /**
   * `materialHash` of the outcomes this judge goes by. While a chart has others, it is not judged: they were found under trust
   * material, or by a verifier, that may have been replaced for a reason.
   */
  materialHash: string;
  /** `undefined` keeps the stored verdict because its key did not change. */
  judge(chart: ChartRecord, version: JudgeableVersion): Judged | undefined;
}

/** A verdict, and what else the signer it names proves. */
export interface Judged {
  key: string;
  verdict: Verdict;
  /** Those of the version's verifications that its signer made; none unless it is `verified`. */
  vouched: readonly Verification[];
  /** Ids of the entries of the distrust list that name the version, or a proof about it. */
  distrustedBy: readonly string[];
}

/** Outcomes of one piece of evidence under the trust material and by the verifier with that hash. Replaces earlier outcomes. */
export interface VerifiedEvidence {
  subject: string;
  digest: string;
  materialHash: string;
  verifications: Verification[];
  /** The SBOM it is. Absent with outcomes: it is none. Absent without: what was read of it, if anything was, stays. */
  sbom?: PackedSbom;
}

/** Proof that this process holds a row of the work queue. A lost lease writes nothing. */
export interface Lease {
  key: string;
  kind: WorkKind;
  /** Registry host concerned; empty for work that contacts none. */
  host: string;
  token: string;
  /** Failures in a row before this attempt. */
  attempts: number;
  /** ISO; when the first of them was. */
  failingSince: string | null;
}

/** Every kind of work there is. */
export const WORK_KINDS = [
  'chart',
  'discovery',
  'sources',
  'source',
  'legacy',
  'listing',
  'trust',
  'images',
] as const;

/**
 * `chart:<chartId>` rows walk a repository; the `discovery` row reads the catalog; a `sources` row lists the consumer sources of one provider,
 * a `source` row reads one of them; a `legacy` row reads the index of a legacy repository, a `listing` row lists a registry; a `trust` row
 * refreshes a trust root; an `images` row reads which images a chart deploys, or looks at a repository of images.
 */
export type WorkKind = (typeof WORK_KINDS)[number];

/** When leased work is due again, and what went wrong with it. */
export interface Reschedule {
  /** ISO. */
  dueAt: string;
  /** Null resets `attempts` and `failingSince`. */
  problem: WalkProblem | null;
}

/** One walk, to be written in one transaction. */
export interface WalkRecord {
  chartId: string;
  result: WalkResult;
  /** Outcomes for the evidence that is new in `result`. */
  verified: VerifiedEvidence[];
  judge: ChartJudge;
  lease: Lease;
  next: Reschedule;
}

/** What writing a walk did. */
export interface WalkOutcome {
  /** False when the walk saw nothing new, so that only clocks were moved. */
  changed: boolean;
  state: ChartState;
  /** Versions judged anew. */
  judged: number;
}

/** Evidence with the bytes stored for it, to be verified again under other trust material. */
export interface StoredEvidence {
  chartId: string;
  subject: string;
  digest: string;
  evidence: Evidence;
  /** Null when it was too large to keep, or is not what was read: it has to be fetched again. */
  bytes: Uint8Array | null;
  /** What the chart it is about says it is. */
  chart: ChartIdentity;
}

/** What verifying stored evidence again gave. */
export interface Reverified {
  verified: VerifiedEvidence[];
  /** Evidence that can only be verified once its bytes were fetched again. */
  awaitingBytes: Pick<StoredEvidence, 'subject' | 'digest'>[];
}

/** Raw evidence for download. */
export interface EvidenceContent {
  bytes: Uint8Array;
  /** Media type of the layer, as the publisher wrote it: a hint, never to be served as the content type. */
  mediaType: string;
  /** Digest of the layer; null when it is not known. */
  layerDigest: string | null;
}

/** A version's detail without the commands, which the service writes. */
export type StoredVersionDetail = Omit<
  VersionDetail,
  'commands' | 'commandNotes'
>;

/** The index's health without what only the verifier knows. */
export type StoredStatus = Omit<
  IndexStatus,
  'trust' | 'verifierVersion' | 'doctor'
>;

/** A reason that is not yet part of a verdict. */
export type StoredReason = Pick<Reason, 'code' | 'message' | 'side'>;
