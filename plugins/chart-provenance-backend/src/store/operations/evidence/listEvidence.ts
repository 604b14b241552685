import { chunk } from '../../chunk';
import { Database } from '../../database';
import { EvidenceTableRow } from '../../rows';

/** Reads the evidence of some subjects, absent evidence included. */
export async function listEvidence(
  database: Database,
  chartId: string,
  subjects: readonly string[],
): Promise<EvidenceTableRow[]> {
  const rows: EvidenceTableRow[] = [];
  for (const some of chunk(subjects)) {
    rows.push(
      ...(await database<EvidenceTableRow>('evidence')
        .where('chart_id', chartId)
        .whereIn('subject', some)
        .orderBy('digest')),
    );
  }
  return rows;
}
