import {
  MigrationPhase,
  SignOff,
} from 'backstage-plugin-chart-provenance-common';

/** Table `sign_offs`. One of `chart_id` and `registry` is set. */
export interface SignOffRow {
  /** PostgreSQL answers a bigint as text. */
  id: number | string;
  chart_id: string | null;
  registry: string | null;
  owner: string | null;
  check_id: string;
  result: SignOff['result'];
  note: string;
  expires_on: string | null;
  by: string;
  at: string;
}

/** Table `plans`. */
export interface PlanRow {
  /** PostgreSQL answers a bigint as text. */
  id: number | string;
  chart_id: string;
  owner: string | null;
  plan: string;
  by: string;
  at: string;
}

/** Table `phases_reached`. */
export interface PhaseRow {
  chart_id: string;
  /** Empty: no legacy repository was known. */
  legacy_id: string;
  phase: MigrationPhase;
  reached_at: string;
}
