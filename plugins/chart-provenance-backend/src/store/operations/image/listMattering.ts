import { chunk } from '../../chunk';
import { Database } from '../../database';
import { VersionTableRow } from '../../rows';

/** What says which versions matter. */
export interface Mattering {
  chartId: string;
  newest: number;
  digests: readonly string[];
  versions: readonly string[];
}

/** A version with what its Chart.yaml says. */
export type MatteringRow = Pick<
  VersionTableRow,
  'digest' | 'name' | 'sort_key' | 'facts'
>;

/** Reads the newest tagged versions of a chart, and those with one of the digests or versions; none that could not be read as a chart. */
export async function listMattering(
  database: Database,
  { chartId, newest, digests, versions }: Mattering,
): Promise<MatteringRow[]> {
  const readable = () =>
    database<VersionTableRow>('versions')
      .where('chart_id', chartId)
      .whereNot('version', '')
      .select('digest', 'name', 'sort_key', 'facts');
  const rows: MatteringRow[] = await readable()
    .where('tagged', true)
    .orderBy('prerelease')
    .orderBy('sort_key', 'desc')
    .orderBy('first_seen_at', 'desc')
    .orderBy('digest', 'desc')
    .limit(newest);
  for (const some of chunk(digests)) {
    rows.push(...(await readable().whereIn('digest', some)));
  }
  for (const some of chunk(versions)) {
    rows.push(
      ...(await readable().where('tagged', true).whereIn('version', some)),
    );
  }
  return [...new Map(rows.map(row => [row.digest, row])).values()];
}
