import { chunk } from '../../chunk';
import { Database } from '../../database';
import { LegacyVersionRow } from '../../rows';

/** Writes versions that came, changed or vanished; when they were first seen stays. */
export async function upsertLegacyVersions(
  tx: Database,
  rows: readonly LegacyVersionRow[],
): Promise<void> {
  for (const some of chunk(rows, 500)) {
    await tx<LegacyVersionRow>('legacy_versions')
      .insert(some)
      .onConflict(['legacy_id', 'version'])
      .merge([
        'digest',
        'created',
        'archive_url',
        'deprecated',
        'present',
        'vanished_at',
      ]);
  }
}
