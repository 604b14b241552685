import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ListedRepositoryRow } from '../../rows';

/** Writes repositories that came or went; when they were first seen stays. */
export async function upsertListed(
  tx: Database,
  rows: readonly ListedRepositoryRow[],
): Promise<void> {
  for (const some of chunk(rows, 500)) {
    await tx<ListedRepositoryRow>('listed_repositories')
      .insert(some)
      .onConflict('chart_id')
      .merge(['present']);
  }
}
