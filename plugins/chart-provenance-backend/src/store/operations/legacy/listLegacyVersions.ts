import { Database } from '../../database';
import { LegacyVersionRow } from '../../rows';

/** Reads every version a legacy repository lists or ever listed: of one chart, or of all. */
export async function listLegacyVersions(
  database: Database,
  of: Pick<LegacyVersionRow, 'legacy_id'> | Pick<LegacyVersionRow, 'url'>,
): Promise<LegacyVersionRow[]> {
  return database<LegacyVersionRow>('legacy_versions').where(of);
}
