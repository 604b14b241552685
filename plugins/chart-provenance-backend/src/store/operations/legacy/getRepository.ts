import { Database } from '../../database';
import { LegacyRepositoryRow } from '../../rows';

/** Reads one legacy repository. */
export async function getRepository(
  database: Database,
  url: string,
): Promise<LegacyRepositoryRow | undefined> {
  return database<LegacyRepositoryRow>('legacy_repositories')
    .where('url', url)
    .first();
}
