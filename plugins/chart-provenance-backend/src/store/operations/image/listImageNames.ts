import { Database } from '../../database';
import { ImageUseRow } from '../../rows';

/** Reads the names of all images that charts name. */
export async function listImageNames(database: Database): Promise<string[]> {
  const rows = await database<ImageUseRow>('image_uses')
    .distinct('name')
    .orderBy('name');
  return rows.map(({ name }) => name);
}
