import { chunk } from '../../chunk';
import { Database } from '../../database';
import { GateDecisionRow } from '../../rows';

/** Fifteen columns a row: far below what a statement may bind. */
const ROWS = 60;

/** Adds decisions, all or none of them. */
export async function insertDecisions(
  database: Database,
  rows: readonly GateDecisionRow[],
): Promise<void> {
  const parts = chunk(rows, ROWS);
  if (parts.length === 1) {
    // One statement is a transaction by itself.
    await database<GateDecisionRow>('gate_decisions').insert(parts[0]);
    return;
  }
  await database.transaction(async tx => {
    for (const part of parts) {
      await tx<GateDecisionRow>('gate_decisions').insert(part);
    }
  });
}
