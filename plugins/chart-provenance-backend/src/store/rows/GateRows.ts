import { GateDecision } from 'backstage-plugin-chart-provenance-common';

/** Table `gate_decisions`. Only ever added to. */
export interface GateDecisionRow {
  /** ULID: sorts by time. */
  id: string;
  decided_at: string;
  caller: string;
  dry_run: boolean | number;
  offline: boolean | number;
  environment: string;
  decision: GateDecision['decision'];
  proceed: boolean | number;
  reference: string;
  chart_id: string | null;
  entity_ref: string | null;
  version: string | null;
  digest: string | null;
  body: string;
  required: string | null;
}
