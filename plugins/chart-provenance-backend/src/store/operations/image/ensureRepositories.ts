import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ImageRepositoryRow } from '../../rows';

/** Adds repositories of images that are missing. */
export async function ensureRepositories(
  tx: Database,
  rows: readonly ImageRepositoryRow[],
): Promise<void> {
  for (const some of chunk(rows)) {
    await tx<ImageRepositoryRow>('image_repositories')
      .insert([...some])
      .onConflict('name')
      .ignore();
  }
}
