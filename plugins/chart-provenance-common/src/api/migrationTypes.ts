import type {
  ConsumedChart,
  ConsumerSummary,
  RunningLine,
} from './consumerTypes';

/**
 * How far a chart is on its way from the legacy repository to the registry. Found from evidence, never set by hand. `noLegacy`: nobody knows of a
 * legacy repository it was in.
 *
 * @public
 */
export type MigrationPhase =
  | 'noLegacy'
  | 'notStarted'
  | 'dualPublishing'
  | 'cutOver'
  | 'deprecationWindow'
  | 'retired';

/**
 * Who has to act.
 *
 * @public
 */
export type Responsible = 'owner' | 'platform' | 'consumer';

/**
 * The legacy chart against the registry's, for one version. `same`: the digest in the legacy index is the digest of the chart layer in the
 * registry. `unverifiable`: both are there, and the index names no digest, or the registry's could not be read.
 *
 * @public
 */
export type ParityState =
  | 'same'
  | 'differs'
  | 'onlyLegacy'
  | 'onlyOci'
  | 'unverifiable';

/**
 * One line of the parity table.
 *
 * @public
 */
export interface ParityRow {
  version: string;
  state: ParityState;
  /** `sha256:…` of the archive by the legacy index; null when it names none. */
  legacyDigest: string | null;
  /** Digest of the chart layer in the registry. */
  chartLayerDigest: string | null;
  /** Manifest digest in the registry. */
  digest: string | null;
  /** Whether the check of supported versions looks at it. */
  supported: boolean;
  /** One sentence, when the state needs explaining; else null. */
  note: string | null;
}

/**
 * Parity in numbers and by version, newest first; at most 1,000 rows.
 *
 * @public
 */
export interface ParityReport {
  /** `https://charts.acme.dev#payments`. */
  legacy: string;
  /** ISO; the last reading of the index that got to its end. Null: never read, so nothing is known. */
  readAt: string | null;
  /** Why it could not be read the last time; null when it could. */
  problem: { message: string; fix: string; since: string } | null;
  counts: Record<ParityState, number>;
  rows: ParityRow[];
  /** Rows left out. */
  more: number;
}

/**
 * The owner's plan. Dates are days (`2027-03-01`); null: not decided.
 *
 * @public
 */
export interface MigrationPlan {
  /** From when on consumers are asked to take the chart from the registry. */
  cutOverOn: string | null;
  /** From when on the legacy chart is deprecated. */
  deprecatedOn: string | null;
  /** From when on it may be gone from the legacy repository. */
  retireOn: string | null;
  /** Versions to keep in parity: those published on or after this day, besides the newest and what is consumed. */
  supportedSince: string | null;
  /** At most 2,000 characters of plain text. */
  note: string;
}

/**
 * A plan as it was written; plans are only ever added.
 *
 * @public
 */
export interface RecordedPlan extends MigrationPlan {
  /** Entity ref of the user. */
  by: string;
  /** ISO */
  at: string;
}

/**
 * @public
 */
export type CheckStatus = 'pass' | 'fail' | 'unknown' | 'notApplicable';

/**
 * @public
 */
export type CheckGroup = 'publish' | 'sign' | 'consume' | 'protect' | 'retire';

/**
 * A rule, and what it found about one chart. There is always exactly one result a check. Without facts it is `unknown`, never `pass`.
 *
 * @public
 */
export interface CheckResult {
  /** Stable, in kebab case. */
  id: string;
  group: CheckGroup;
  /** What is claimed, as a sentence. */
  claim: string;
  /** Why it matters. */
  why: string;
  status: CheckStatus;
  /** One sentence: what was found, with numbers. */
  message: string;
  /** What the result stands on, at most 20: a link inside the entity tab where there is one. */
  evidence: CheckEvidence[];
  /** Evidence left out. */
  moreEvidence: number;
  responsible: Responsible;
  scope: 'registry' | 'chart' | 'version';
  /** Decided once for the registry of that name, and inherited; null for a result of the chart's own. */
  inheritedFrom: string | null;
  /** One sentence; null when nothing is left to do. */
  nextAction: string | null;
}

/**
 * @public
 */
export interface CheckEvidence {
  text: string;
  /** Where to look: a version, a consumer, the parity row, the tag. */
  link?:
    | { to: 'version'; digest: string }
    | { to: 'consumer'; id: string }
    | { to: 'parity'; version: string }
    | { to: 'provenance' }
    | { to: 'consumers' };
}

/**
 * A thing that only people can say, and who said it. Contradicted by later evidence, it is shown so.
 *
 * @public
 */
export interface ManualItem {
  id: string;
  group: CheckGroup;
  claim: string;
  why: string;
  responsible: Responsible;
  scope: 'registry' | 'chart';
  inheritedFrom: string | null;
  /** `open`: nobody signed it off, or it was taken back. `expired`: somebody did, for a time that is over. */
  status: 'done' | 'open' | 'expired' | 'contradicted' | 'notApplicable';
  /** The last sign-off; null when there is none. */
  signOff: SignOff | null;
  /** What contradicts it, one sentence; null unless `contradicted`. */
  contradiction: string | null;
}

/**
 * @public
 */
export interface SignOff {
  checkId: string;
  /** `open` takes an earlier one back. */
  result: 'done' | 'notApplicable' | 'open';
  /** At most 2,000 characters of plain text. */
  note: string;
  /** Day from which on it no longer counts, or null. */
  expiresOn: string | null;
  /** Entity ref of the user. */
  by: string;
  /** ISO */
  at: string;
}

/**
 * Body of `PUT …/migration/checks/{checkId}`.
 *
 * @public
 */
export type SignOffRequest = Pick<SignOff, 'result' | 'note' | 'expiresOn'>;

/**
 * One phase of the bar.
 *
 * @public
 */
export interface PhaseStep {
  phase: MigrationPhase;
  state: 'done' | 'present' | 'ahead';
  /** Day, by the plan; null when not planned. */
  plannedOn: string | null;
  /** ISO; when it was first seen to be reached, null when not reached or not recorded. */
  reachedAt: string | null;
  /** What has to hold to enter it, each with whether it does. */
  needs: { text: string; met: boolean | null }[];
}

/**
 * An alarm that stands above everything else, e.g. that the legacy repository is gone while consumers still use it.
 *
 * @public
 */
export interface MigrationAlarm {
  code:
    | 'legacy-gone-too-early'
    | 'legacy-version-vanished'
    | 'consumers-moved-back'
    | 'legacy-came-back'
    | 'bytes-differ'
    | 'past-date';
  /** One or two sentences, with names and numbers. */
  message: string;
  /** What to do now. */
  fix: string;
  responsible: Responsible;
}

/**
 * Answer of `GET …/charts/{chartId}/migration`.
 *
 * @public
 */
export interface MigrationState {
  chartId: string;
  /** `oci://…` */
  reference: string;
  phase: MigrationPhase;
  /** One sentence: why this phase. */
  because: string;
  alarms: MigrationAlarm[];
  steps: PhaseStep[];
  nextStep: {
    text: string;
    responsible: Responsible;
    /** The check that it would mend, if it is one. */
    checkId: string | null;
  } | null;
  plan: RecordedPlan | null;
  checks: CheckResult[];
  manual: ManualItem[];
  /** Null when nobody knows of a legacy repository. */
  parity: ParityReport | null;
  rollback: {
    /** One sentence: what rolling back means in this phase. */
    summary: string;
    steps: string[];
    /** Commands, already quoted for a shell. */
    commands: { title: string; command: string }[];
    /** What cannot be rolled back, or what to look out for. */
    caution: string | null;
  };
  /** May the reader sign off, and plan? */
  may: { signOff: boolean; plan: boolean };
}

/**
 * The migration in one line.
 *
 * @public
 */
export interface MigrationSummary {
  phase: MigrationPhase;
  passed: number;
  /** Checks that apply, manual items included. */
  total: number;
  /** Open ones by who has to act. */
  open: Record<Responsible, number>;
  nextStep: string | null;
  alarm: string | null;
}

/**
 * What the overview card says about one chart besides its versions.
 *
 * @public
 */
export interface ChartOverview {
  chartId: string;
  /** The most important environment first. */
  runs: RunningLine[];
  usage: ConsumerSummary;
  migration: MigrationSummary;
}

/**
 * Answer of `GET …/overview`.
 *
 * @public
 */
export interface EntityOverview {
  entityRef: string;
  /** The charts it owns, as in `EntityProvenance`. */
  charts: ChartOverview[];
  /** The charts it deploys or depends on. */
  consumes: ConsumedChart[];
}
