import { Database } from '../../database';
import { LegacyRepositoryRow } from '../../rows';

/** Reads every legacy repository there is or was. */
export async function listRepositories(
  database: Database,
): Promise<LegacyRepositoryRow[]> {
  return database<LegacyRepositoryRow>('legacy_repositories').orderBy('url');
}
