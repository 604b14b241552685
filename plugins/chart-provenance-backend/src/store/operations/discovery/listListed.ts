import { Database } from '../../database';
import { ListedRepositoryRow } from '../../rows';

/** Reads the repositories that listings show, gone ones included: of one registry, or those present of all. */
export async function listListed(
  database: Database,
  of: Pick<ListedRepositoryRow, 'registry'> | { present: true },
): Promise<ListedRepositoryRow[]> {
  return database<ListedRepositoryRow>('listed_repositories')
    .where(of)
    .orderBy(['registry', 'repository']);
}
