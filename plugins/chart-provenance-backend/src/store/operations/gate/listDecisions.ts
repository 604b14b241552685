import { Database } from '../../database';
import { GateDecisionRow } from '../../rows';

/** Which decisions. Absent: any. */
export interface DecisionFilter {
  /** Id of the last one of the page before. */
  before?: string;
  limit: number;
  decision?: string;
  environment?: string;
  chartId?: string;
  /** Part of reference or version; case does not matter. */
  filter?: string;
  /** ISO; inclusive. */
  from?: string;
  /** ISO; exclusive. */
  until?: string;
  /** Owners at the time of the decision. */
  entityRefs?: readonly string[];
}

/** Reads decisions, the newest first. */
export async function listDecisions(
  database: Database,
  which: DecisionFilter,
): Promise<GateDecisionRow[]> {
  const query = database<GateDecisionRow>('gate_decisions')
    .orderBy('id', 'desc')
    .limit(which.limit);
  const equal = {
    decision: which.decision,
    environment: which.environment,
    chart_id: which.chartId,
  };
  for (const [column, value] of Object.entries(equal)) {
    if (value !== undefined) {
      query.where(column, value);
    }
  }
  if (which.before !== undefined) {
    query.where('id', '<', which.before);
  }
  if (which.from !== undefined) {
    query.where('decided_at', '>=', which.from);
  }
  if (which.until !== undefined) {
    query.where('decided_at', '<', which.until);
  }
  if (which.entityRefs !== undefined) {
    query.whereIn('entity_ref', which.entityRefs);
  }
  if (which.filter) {
    const part = `%${which.filter.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    query.whereRaw(
      `(lower(reference) like ? escape '\\' or lower(coalesce(version, '')) like ? escape '\\')`,
      [part, part],
    );
  }
  return query;
}
