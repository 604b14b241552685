import { Database } from '../../database';
import { LegacyRepositoryRow } from '../../rows';

/** Writes some columns of a legacy repository. */
export async function updateRepository(
  tx: Database,
  url: string,
  columns: Partial<Omit<LegacyRepositoryRow, 'url'>>,
): Promise<void> {
  await tx<LegacyRepositoryRow>('legacy_repositories')
    .where('url', url)
    .update(columns);
}
