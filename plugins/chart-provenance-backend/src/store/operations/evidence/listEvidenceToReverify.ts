import { Database } from '../../database';
import {
  EvidenceBytesRow,
  EvidenceTableRow,
  VersionTableRow,
} from '../../rows';

/** Evidence with its bytes, and what the chart it is about says of itself. */
export type ReverifiableRow = EvidenceTableRow &
  Pick<VersionTableRow, 'name' | 'version' | 'chart_layer_digest'> & {
    content: EvidenceBytesRow['content'] | null;
  };

/** Reads some of a chart's evidence that was verified under other trust material, with its bytes where they are kept. */
export async function listEvidenceToReverify(
  database: Database,
  chartId: string,
  materialHash: string,
  limit: number,
): Promise<ReverifiableRow[]> {
  return database('evidence')
    .leftJoin('evidence_bytes', join =>
      join
        .on('evidence_bytes.chart_id', 'evidence.chart_id')
        .andOn('evidence_bytes.subject', 'evidence.subject')
        .andOn('evidence_bytes.digest', 'evidence.digest'),
    )
    .join('versions', join =>
      join
        .on('versions.chart_id', 'evidence.chart_id')
        .andOn('versions.digest', 'evidence.subject'),
    )
    .where('evidence.chart_id', chartId)
    .whereNotNull('evidence.material_hash')
    .whereNot('evidence.material_hash', materialHash)
    .orderBy(['evidence.subject', 'evidence.digest'])
    .limit(limit)
    .select(
      'evidence.*',
      'evidence_bytes.content',
      'versions.name',
      'versions.version',
      'versions.chart_layer_digest',
    );
}
