import { Database } from '../../database';
import { groupBy } from '../../groupBy';
import { EvidenceTableRow } from '../../rows';

/** A manifest that carries evidence about a subject. */
export interface KnownManifest {
  subject: string;
  manifest: string;
  /** False: some of what it carries waits for its bytes, so it has to be read again. */
  read: boolean;
  present: boolean;
}

/** Reads which manifests with evidence about a chart's versions were decoded before. */
export async function listKnownEvidence(
  database: Database,
  chartId: string,
): Promise<KnownManifest[]> {
  const rows = await database<EvidenceTableRow>('evidence')
    .where('chart_id', chartId)
    .select('subject', 'manifest', 'material_hash', 'present');
  const keyOf = (row: (typeof rows)[number]) =>
    `${row.subject} ${row.manifest}`;
  return [...groupBy(rows, keyOf).values()].map(group => ({
    subject: group[0].subject,
    manifest: group[0].manifest,
    read: group.every(({ material_hash }) => material_hash !== null),
    present: group.some(({ present }) => present),
  }));
}
