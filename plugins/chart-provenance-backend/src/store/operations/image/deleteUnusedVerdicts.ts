import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ImageUseRow, ImageVerdictRow } from '../../rows';

/** Removes what is known of references of an image that no chart has any more. */
export async function deleteUnusedVerdicts(
  tx: Database,
  name: string,
): Promise<void> {
  const uses = await tx<ImageUseRow>('image_uses')
    .where('name', name)
    .select('tag', 'image_digest');
  const used = new Set(
    uses.map(({ tag, image_digest }) => image_digest ?? tag),
  );
  const known = await tx<ImageVerdictRow>('image_verdicts')
    .where('name', name)
    .select('reference');
  const unused = known
    .map(({ reference }) => reference)
    .filter(reference => !used.has(reference));
  for (const some of chunk(unused)) {
    await tx<ImageVerdictRow>('image_verdicts')
      .where('name', name)
      .whereIn('reference', some)
      .delete();
  }
}
