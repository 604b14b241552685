import { Database } from '../../database';
import { VersionTableRow } from '../../rows';

/** Reads which versions are known and when their referrers were last listed. */
export async function listKnownVersions(
  database: Database,
  chartId: string,
): Promise<
  Pick<VersionTableRow, 'digest' | 'referrers_read_at' | 'undecoded'>[]
> {
  return database<VersionTableRow>('versions')
    .where('chart_id', chartId)
    .select('digest', 'referrers_read_at', 'undecoded');
}
