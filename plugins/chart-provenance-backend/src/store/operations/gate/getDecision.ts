import { Database } from '../../database';
import { GateDecisionRow } from '../../rows';

/** Reads one decision. */
export async function getDecision(
  database: Database,
  id: string,
): Promise<GateDecisionRow | undefined> {
  return database<GateDecisionRow>('gate_decisions').where('id', id).first();
}
