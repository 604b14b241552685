import { isPrerelease } from 'backstage-plugin-chart-provenance-common';
import { chunk } from '../../chunk';
import { Database } from '../../database';
import { LegacyVersionRow } from '../../rows';
import { versionSortKey } from '../../versionSortKey';

/** Reads the releases that legacy repositories list now of some charts, by the key that orders them. */
export async function listLegacyReleases(
  database: Database,
  legacyIds: readonly string[],
): Promise<{ legacy_id: string; sort_key: string }[]> {
  const rows: Pick<LegacyVersionRow, 'legacy_id' | 'version'>[] = [];
  for (const some of chunk(legacyIds)) {
    rows.push(
      ...(await database<LegacyVersionRow>('legacy_versions')
        .whereIn('legacy_id', some)
        .where('present', true)
        .select('legacy_id', 'version')),
    );
  }
  return rows
    .filter(({ version }) => !isPrerelease(version))
    .map(({ legacy_id, version }) => ({
      legacy_id,
      sort_key: versionSortKey(version),
    }));
}
