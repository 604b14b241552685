import { Database } from '../../database';
import { EvidenceBytesRow, EvidenceTableRow } from '../../rows';

/** Reads some of a chart's evidence that was verified under other trust material, with its bytes where they are kept. */
export async function listEvidenceToReverify(
  database: Database,
  chartId: string,
  materialHash: string,
  limit: number,
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
    .orderBy(['evidence.subject', 'evidence.digest'])
    .limit(limit)
    .select('evidence.*', 'evidence_bytes.content');
}
