import { Database } from '../../database';
import { ImageRepositoryRow } from '../../rows';

/** Reads which repository of images a work row looks at. */
export async function getRepositoryName(
  database: Database,
  workKey: string,
): Promise<string | undefined> {
  const row = await database<ImageRepositoryRow>('image_repositories')
    .where('work_key', workKey)
    .first('name');
  return row?.name;
}
