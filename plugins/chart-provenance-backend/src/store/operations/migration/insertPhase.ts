import { Database } from '../../database';
import { PhaseRow } from '../../rows';

/** Remembers that a phase was reached; when it was first seen stays. */
export async function insertPhase(
  database: Database,
  row: PhaseRow,
): Promise<void> {
  await database<PhaseRow>('phases_reached')
    .insert(row)
    .onConflict(['chart_id', 'legacy_id', 'phase'])
    .ignore();
}
