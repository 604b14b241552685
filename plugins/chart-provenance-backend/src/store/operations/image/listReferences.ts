import { Database } from '../../database';
import { ImageUseRow } from '../../rows';

/** Reads the digests and tags by which charts name an image; a tag beside a digest says nothing. Digests first. */
export async function listReferences(
  database: Database,
  name: string,
  limit: number,
): Promise<string[]> {
  const digests = await database<ImageUseRow>('image_uses')
    .where('name', name)
    .whereNotNull('image_digest')
    .distinct('image_digest')
    .orderBy('image_digest')
    .limit(limit);
  const tags = await database<ImageUseRow>('image_uses')
    .where('name', name)
    .whereNull('image_digest')
    .whereNotNull('tag')
    .distinct('tag')
    .orderBy('tag')
    .limit(limit);
  return [
    ...digests.map(({ image_digest }) => image_digest),
    ...tags.map(({ tag }) => tag),
  ]
    .flatMap(reference => reference ?? [])
    .slice(0, limit);
}
