import {
  MigrationFacts,
  MigrationPhase,
  MigrationPlan,
  RecordedPlan,
  SignOff,
  SignOffRequest,
} from 'backstage-plugin-chart-provenance-common';

/** Who writes, and when. */
export interface Writer {
  /** Entity ref of the user. */
  by: string;
  /** ISO */
  at: string;
}

/** Keeps what people say about a migration, and when its phases were reached. Only ever added to. */
export interface MigrationStore {
  addSignOff(
    scope: { chartId: string } | { registry: string },
    checkId: string,
    request: SignOffRequest,
    writer: Writer,
  ): Promise<void>;

  addPlan(chartId: string, plan: MigrationPlan, writer: Writer): Promise<void>;

  /** Every sign-off of a chart and of its registry, newest first. */
  signOffs(chartId: string, registry: string): Promise<SignOff[]>;

  plan(chartId: string): Promise<RecordedPlan | null>;

  /** Remembers that a phase was seen, unless it is remembered already. */
  recordPhase(
    chartId: string,
    phase: MigrationPhase,
    at: string,
  ): Promise<void>;

  reached(chartId: string): Promise<Partial<Record<MigrationPhase, string>>>;

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
}
