import { Database } from '../../database';
import { EvidenceBytesRow, EvidenceTableRow } from '../../rows';

/** Reads a chart's evidence that was verified under other trust material, with its bytes where they are kept. */
export async function listEvidenceToReverify(
  database: Database,
  chartId: string,
  materialHash: string,
): Promise<
  (EvidenceTableRow & { content: EvidenceBytesRow['content'] | null })[]
> {
  return database('evidence')
    .leftJoin('evidence_bytes', join =>
      join
        .on('evidence_bytes.chart_id', 'evidence.chart_id')
        .andOn('evidence_bytes.subject', 'evidence.subject')
        .andOn('evidence_bytes.digest', 'evidence.digest'),
    )
    .where('evidence.chart_id', chartId)
    .whereNotNull('evidence.material_hash')
    .whereNot('evidence.material_hash', materialHash)
    .select('evidence.*', 'evidence_bytes.content');
}
