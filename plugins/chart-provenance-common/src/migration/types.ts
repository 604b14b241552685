import type { ConsumerRow, ConsumerSourceStatus } from '../api/consumerTypes';
import type {
  CheckGroup,
  MigrationPhase,
  RecordedPlan,
  Responsible,
  SignOff,
} from '../api/migrationTypes';
import type { VerdictStatus } from '../verdict/types';

/**
 * One version in the registry, as the checks see it: judged on read, with staleness taken into account.
 *
 * @public
 */
export interface PublishedVersion {
  digest: string;
  version: string;
  chartLayerDigest: string | null;
  prerelease: boolean;
  /** ISO; a hint, written by the publisher. */
  publishedAt: string | null;
  /** ISO; when this plugin first saw it. */
  firstSeenAt: string;
  verdict: VerdictStatus;
  /** The verdict's first reason, one sentence. */
  reason: string;
  /** Null: none attached. False: attached, and not proven by the verdict's signer. */
  sbomProven: boolean | null;
  /** Likewise, for SLSA provenance whose source is the expected one. */
  provenanceProven: boolean | null;
  /** Tags that point here, and how each came to. */
  tags: { tag: string; moves: number; rolledBackFrom: string | null }[];
  /** Tags of exact versions that pointed here before and were re-published with other bytes, or that came here so. */
  republished: { tag: string; at: string }[];
}

/**
 * One entry of a legacy index.
 *
 * @public
 */
export interface LegacyVersion {
  version: string;
  /** `sha256:…` of the archive; null when the index names none, or not in that form. */
  digest: string | null;
  /** ISO; null when it says none. */
  created: string | null;
  /** The index's own `urls[0]`, resolved. Never fetched. */
  url: string | null;
  deprecated: boolean;
  /** False: a successful reading no longer listed it. */
  present: boolean;
  firstSeenAt: string;
  /** ISO; when a successful reading first no longer listed it; null while present. */
  vanishedAt: string | null;
}

/**
 * What is known of the chart in its legacy repository.
 *
 * @public
 */
export interface LegacyFacts {
  repositoryUrl: string;
  name: string;
  /** The operator listed the repository, so that it may be read. */
  configured: boolean;
  /** ISO; the last reading that got to its end; null: never. */
  readAt: string | null;
  /** Judged on read: the last good reading is too old to stand on. */
  stale: boolean;
  problem: { code: string; message: string; fix: string; since: string } | null;
  /** The repository answers that there is no index any more (404 or 410), since then. */
  goneSince: string | null;
  /** ISO; the last reading that was answered so. A failure of another kind says nothing about it. */
  goneSeenAt: string | null;
  /** Milliseconds for which readings have to agree that something is no longer there: until then it may be a slip in publishing. */
  settledAfterMs: number;
  versions: LegacyVersion[];
}

/**
 * A sign-off with what it was said of.
 *
 * @public
 */
export interface RecordedSignOff extends SignOff {
  /** It counts for an item of the same scope only. */
  scope: 'registry' | 'chart';
}

/**
 * A manual item as configured under `checklist.items`, or one of the built-in ones.
 *
 * @public
 */
export interface ManualItemSpec {
  id: string;
  group: CheckGroup;
  claim: string;
  why: string;
  responsible: Responsible;
  scope: 'registry' | 'chart';
  /** Id of a check whose later failure contradicts a sign-off; null when no evidence can. */
  contradictedBy: string | null;
}

/**
 * Everything that phases and checks are decided from. Plain and complete: nothing else is read, and `now` is the only clock.
 *
 * @public
 */
export interface MigrationFacts {
  /** ISO */
  now: string;
  chartId: string;
  registry: string;
  repository: string;
  /** `state`, `stale` and `lastSuccessAt` of the chart's index. */
  index: {
    state: 'firstIndexing' | 'indexed' | 'empty' | 'failed' | 'partial';
    stale: boolean;
    lastSuccessAt: string | null;
    problem: string | null;
  };
  /** Names of the policies in force; empty: nobody has said who may sign. */
  policies: string[];
  /** Where provenance must come from; null: the operator names no source. */
  expectedSource: string | null;
  /** Every version in the registry, newest first. */
  versions: PublishedVersion[];
  /** False: more versions than could be looked at. */
  versionsComplete: boolean;
  /** Null: nobody knows of a legacy repository. */
  legacy: LegacyFacts | null;
  /** All consumers, hidden ones included: a number is not a secret, a name is, so messages name none but through links. */
  consumers: ConsumerRow[];
  /** Further consumers that name a chart of this name, and of which nobody can tell from where they take it. */
  unplacedConsumers: number;
  /** Empty: nobody looked. */
  sources: ConsumerSourceStatus[];
  /** When phases were first seen with this legacy chart, ISO. */
  reached: Partial<Record<MigrationPhase, string>>;
  /** The furthest phase ever recorded, and when consumers were last seen at the legacy repository. */
  lastLegacyConsumerAt: string | null;
  /** ISO; when a consumer that was there was last found missing: it may have moved to a place that was not read since. Null: never. */
  legacyConsumerLeftAt: string | null;
  plan: RecordedPlan | null;
  manual: ManualItemSpec[];
  /** The last sign-off of each manual item, registry-wide ones included. */
  signOffs: RecordedSignOff[];
}
