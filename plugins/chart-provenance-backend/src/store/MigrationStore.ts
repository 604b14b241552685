import {
  MigrationFacts,
  MigrationPhase,
  MigrationPlan,
  RecordedPlan,
  RecordedSignOff,
  SignOffRequest,
} from 'backstage-plugin-chart-provenance-common';
import type { LegacyUse } from './operations/migration/lastLegacyUse';

/** Who writes, and when. */
export interface Writer {
  /** Entity ref of the user. */
  by: string;
  /** ISO */
  at: string;
}

/** A chart in its legacy repository. */
export interface LegacyPlace {
  repositoryUrl: string;
  name: string;
}

/**
 * Keeps what people say about a migration, and when its phases were reached. Only ever added to. What is said of one chart counts as long as it
 * has the owner under whom it was said, and again when that owner is back.
 */
export interface MigrationStore {
  addSignOff(
    scope: { chartId: string } | { registry: string },
    checkId: string,
    request: SignOffRequest,
    writer: Writer,
  ): Promise<void>;

  addPlan(chartId: string, plan: MigrationPlan, writer: Writer): Promise<void>;

  /** Every sign-off of a chart that counts for its present owner, and of its registry, newest first. */
  signOffs(chartId: string, registry: string): Promise<RecordedSignOff[]>;

  /** The last plan that the present owner made. */
  plan(chartId: string): Promise<RecordedPlan | null>;

  /**
   * Remembers that a phase was seen, unless it is remembered already.
   *
   * @param legacy - the legacy chart it was judged against; null: none was known
   */
  recordPhase(
    chartId: string,
    legacy: LegacyPlace | null,
    phase: MigrationPhase,
    at: string,
  ): Promise<void>;

  /** What was reached with this legacy chart: of another, it says nothing. Where none is known (null), whatever was ever reached. */
  reached(
    chartId: string,
    legacy: LegacyPlace | null,
  ): Promise<Partial<Record<MigrationPhase, string>>>;

  /**
   * The versions of a chart as `MigrationFacts` wants them, at most 5,000 (`versionsComplete`), and the state of its index; as of now. Undefined for
   * an unknown chart.
   */
  published(
    chartId: string,
  ): Promise<
    Pick<MigrationFacts, 'index' | 'versions' | 'versionsComplete'> | undefined
  >;

  /** ISO; when a consumer was last seen at the chart's legacy location. Null: never. */
  lastLegacyConsumerAt(chartId: string): Promise<string | null>;

  /** The same, and when one that was there was last found missing. */
  legacyUse(chartId: string): Promise<LegacyUse>;
}
