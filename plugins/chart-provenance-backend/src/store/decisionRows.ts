import {
  GateDecision,
  GateRequirements,
} from 'backstage-plugin-chart-provenance-common';
import { DecisionRecord } from './GateStore';
import {
  fromJson,
  fromNullableJson,
  GateDecisionRow,
  toJson,
  toNullableText,
  toText,
} from './rows';

/** A decision as its row has it. */
export function decisionRowOf({
  decision,
  caller,
  require,
}: DecisionRecord): GateDecisionRow {
  return {
    id: decision.id,
    decided_at: decision.decidedAt,
    caller: toText(caller),
    dry_run: decision.dryRun,
    offline: decision.offline !== null,
    environment: toText(decision.environment),
    decision: decision.decision,
    proceed: decision.proceed,
    reference: toText(decision.reference),
    chart_id: decision.chartId,
    entity_ref: decision.entityRef,
    version: toNullableText(decision.version),
    digest: decision.digest,
    body: toJson(decision),
    required: require === null ? null : toJson(require),
  };
}

/** The decision of a row, word for word as it was answered. */
export function decisionRecordOf(row: GateDecisionRow): DecisionRecord {
  return {
    decision: fromJson<GateDecision>(row.body),
    caller: row.caller,
    require: fromNullableJson<GateRequirements>(row.required),
  };
}
