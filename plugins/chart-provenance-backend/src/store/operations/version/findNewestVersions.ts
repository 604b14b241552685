import { chunk } from '../../chunk';
import { Database } from '../../database';
import { VersionTableRow } from '../../rows';

/** The newest version of a chart with what its Chart.yaml says. */
export type NewestRow = Pick<VersionTableRow, 'chart_id' | 'digest' | 'facts'>;

/** Reads the newest version of each of some charts, in the order of `findNewestVersion`. */
export async function findNewestVersions(
  database: Database,
  chartIds: readonly string[],
): Promise<NewestRow[]> {
  const rows: NewestRow[] = [];
  for (const some of chunk(chartIds)) {
    const ranked = database('versions')
      .whereIn('chart_id', some)
      .whereNot('version', '')
      .select(
        'chart_id',
        'digest',
        'facts',
        database.raw(
          'row_number() over (partition by chart_id order by tagged desc, prerelease asc, sort_key desc, first_seen_at desc, digest desc) as place',
        ),
      );
    rows.push(
      ...(await database
        .from(ranked.as('ranked'))
        .where('place', 1)
        .select('chart_id', 'digest', 'facts')),
    );
  }
  return rows;
}
