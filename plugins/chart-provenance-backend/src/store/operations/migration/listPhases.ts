import { Database } from '../../database';
import { PhaseRow } from '../../rows';

/** Reads the phases a chart was seen in. */
export async function listPhases(
  database: Database,
  chartId: string,
): Promise<PhaseRow[]> {
  return database<PhaseRow>('phases_reached').where('chart_id', chartId);
}
