import { Database } from '../../database';
import { EvidenceBytesRow, EvidenceTableRow } from '../../rows';

/** Reads the compressed bytes of one piece of evidence. The triple is exact: equal digests elsewhere lend nothing. */
export async function getEvidenceBytes(
  database: Database,
  key: Pick<EvidenceTableRow, 'chart_id' | 'subject' | 'digest'>,
): Promise<(EvidenceTableRow & Pick<EvidenceBytesRow, 'content'>) | undefined> {
  return database('evidence')
    .join('evidence_bytes', join =>
      join
        .on('evidence_bytes.chart_id', 'evidence.chart_id')
        .andOn('evidence_bytes.subject', 'evidence.subject')
        .andOn('evidence_bytes.digest', 'evidence.digest'),
    )
    .where('evidence.chart_id', key.chart_id)
    .andWhere('evidence.subject', key.subject)
    .andWhere('evidence.digest', key.digest)
    .first('evidence.*', 'evidence_bytes.content');
}
