import { chunk } from '../../chunk';
import { Database } from '../../database';
import { VersionTableRow } from '../../rows';

/** What is needed of a version to say how far another is behind it. */
export type VersionMark = Pick<
  VersionTableRow,
  'chart_id' | 'digest' | 'version' | 'sort_key' | 'prerelease' | 'tagged'
>;

/** Reads that of every version of some charts. */
export async function listVersionMarks(
  database: Database,
  chartIds: readonly string[],
): Promise<VersionMark[]> {
  const rows: VersionMark[] = [];
  for (const some of chunk(chartIds)) {
    rows.push(
      ...(await database<VersionTableRow>('versions')
        .whereIn('chart_id', some)
        .select(
          'chart_id',
          'digest',
          'version',
          'sort_key',
          'prerelease',
          'tagged',
        )),
    );
  }
  return rows;
}
