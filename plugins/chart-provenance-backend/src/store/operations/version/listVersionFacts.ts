import { chunk } from '../../chunk';
import { Database } from '../../database';
import { VersionTableRow } from '../../rows';

/** The columns of a version that verdicts and tag changes depend on. */
export type VersionFactsRow = Pick<
  VersionTableRow,
  | 'digest'
  | 'name'
  | 'version'
  | 'chart_layer_digest'
  | 'provenance_layer'
  | 'problem'
  | 'undecoded'
  | 'referrers_read_at'
>;

/** Reads those columns of some versions, or of all. */
export async function listVersionFacts(
  database: Database,
  chartId: string,
  digests?: readonly string[],
): Promise<VersionFactsRow[]> {
  const all = () =>
    database<VersionTableRow>('versions')
      .where('chart_id', chartId)
      .select(
        'digest',
        'name',
        'version',
        'chart_layer_digest',
        'provenance_layer',
        'problem',
        'undecoded',
        'referrers_read_at',
      );
  if (!digests) {
    return all();
  }
  const rows: VersionFactsRow[] = [];
  for (const some of chunk(digests)) {
    rows.push(...(await all().whereIn('digest', some)));
  }
  return rows;
}
