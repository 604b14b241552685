import type {
  CheckEvidence,
  CheckGroup,
  CheckResult,
  CheckStatus,
  Responsible,
} from '../api/migrationTypes';
import type { Knowledge } from '../migration/knowledge';
import type { MigrationFacts } from '../migration/types';

/**
 * What a check found.
 */
export interface Found {
  status: CheckStatus;
  /** One sentence, with numbers. */
  message: string;
  evidence?: CheckEvidence[];
  /** One sentence; absent when nothing is left to do. */
  nextAction?: string;
  /** Who has to act, where it is not whom the check names. */
  responsible?: Responsible;
  /** ISO; of a failure: when the latest of what it stands on was seen. A sign-off after it may have known of it. */
  seenAt?: string | null;
}

/**
 * What a check says of itself.
 */
export interface CheckSpec {
  /** Stable, in kebab case. */
  id: string;
  group: CheckGroup;
  claim: string;
  why: string;
  responsible: Responsible;
}

/**
 * A check of one chart.
 */
export interface ChartCheck extends CheckSpec {
  scope: 'chart' | 'version';
  find(known: Knowledge): Found;
}

/**
 * The facts that are the same for many charts: decided on once, inherited by all.
 *
 * @public
 */
export interface SharedFacts
  extends Pick<MigrationFacts, 'now' | 'registry' | 'sources'> {
  /** What is known of the legacy repository, apart from the chart in it; null when nobody knows of one. */
  legacy: Omit<
    NonNullable<MigrationFacts['legacy']>,
    'name' | 'versions'
  > | null;
}

/**
 * A check that is decided once for all charts of a registry, a legacy repository or an installation.
 */
export interface SharedCheck extends CheckSpec {
  scope: 'registry';
  find(facts: SharedFacts): Found;
  /** What the result is inherited from. */
  inheritedFrom(facts: SharedFacts): string;
}

/**
 * A result, and when the latest of what it stands on was seen.
 */
export interface RanCheck {
  result: CheckResult;
  /** ISO; null unless it failed. */
  failureSeenAt: string | null;
}
