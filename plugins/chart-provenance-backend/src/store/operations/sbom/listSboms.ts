import { chunk } from '../../chunk';
import { Database } from '../../database';
import { EvidenceTableRow, SbomTableRow } from '../../rows';

/** An SBOM without its components, and whether and since when it is attached. */
export type SbomListRow = Omit<SbomTableRow, 'components'> &
  Pick<EvidenceTableRow, 'present' | 'first_seen_at'>;

/** Reads the SBOMs of some versions of a chart. */
export async function listSboms(
  database: Database,
  chartId: string,
  subjects: readonly string[],
): Promise<SbomListRow[]> {
  const rows: SbomListRow[] = [];
  for (const some of chunk(subjects)) {
    rows.push(
      ...(await database('sboms')
        .join('evidence', join =>
          join
            .on('evidence.chart_id', 'sboms.chart_id')
            .andOn('evidence.subject', 'sboms.subject')
            .andOn('evidence.digest', 'sboms.digest'),
        )
        .where('sboms.chart_id', chartId)
        .whereIn('sboms.subject', some)
        .orderBy('sboms.digest')
        .select(
          'sboms.chart_id',
          'sboms.subject',
          'sboms.digest',
          'sboms.label',
          'sboms.created_at',
          'sboms.tools',
          'sboms.component_count',
          'sboms.cut',
          'sboms.problem',
          'sboms.vouched',
          'evidence.present',
          'evidence.first_seen_at',
        )),
    );
  }
  return rows;
}
