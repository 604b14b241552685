import { Database } from '../../database';
import { VersionTableRow } from '../../rows';

/** Reads which versions are known, their provenance files, and when their referrers were last listed. */
export async function listKnownVersions(
  database: Database,
  chartId: string,
): Promise<
  Pick<
    VersionTableRow,
    | 'digest'
    | 'name'
    | 'version'
    | 'chart_layer_digest'
    | 'provenance_layer'
    | 'referrers_read_at'
    | 'undecoded'
  >[]
> {
  return database<VersionTableRow>('versions')
    .where('chart_id', chartId)
    .select(
      'digest',
      'name',
      'version',
      'chart_layer_digest',
      'provenance_layer',
      'referrers_read_at',
      'undecoded',
    );
}
