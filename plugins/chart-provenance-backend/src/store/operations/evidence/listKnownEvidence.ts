import { Database } from '../../database';
import { EvidenceTableRow } from '../../rows';

/** Reads which evidence of a chart was decoded before. Rows that wait for bytes are left out: the walk must fetch them again. */
export async function listKnownEvidence(
  database: Database,
  chartId: string,
): Promise<Pick<EvidenceTableRow, 'subject' | 'digest'>[]> {
  return database<EvidenceTableRow>('evidence')
    .where('chart_id', chartId)
    .whereNotNull('material_hash')
    .select('subject', 'digest');
}
