import { Database } from '../../database';
import { EvidenceTableRow } from '../../rows';

/** Has the chart evidence whose outcomes were found under other trust material, or by another verifier? */
export async function hasOutdatedEvidence(
  database: Database,
  chartId: string,
  materialHash: string,
): Promise<boolean> {
  const row = await database<EvidenceTableRow>('evidence')
    .where('chart_id', chartId)
    .whereNotNull('material_hash')
    .whereNot('material_hash', materialHash)
    .first('digest');
  return row !== undefined;
}
