import { ImageListBuilder } from './ImageListBuilder';
import { ImageList } from './types';

/**
 * Reads the images that a list names as text: the annotation `artifacthub.io/images`, or an SBOM.
 *
 * @param options.hosted - only what names its path counts: tools write the last segment of a name where they know no more, and Docker Hub
 * is not meant then.
 * @public
 */
export function readNamedImages(
  named: readonly { reference: string; digest?: string | null }[],
  options: { hosted: boolean },
): ImageList {
  const found = new ImageListBuilder();
  for (const { reference, digest } of named) {
    const written =
      digest && !reference.includes('@') ? `${reference}@${digest}` : reference;
    const isTold = !options.hosted || /^[^/]*[.:][^/]*\//.test(written);
    if (!isTold || !found.add(written)) {
      found.doubt('It names an image without saying where it is.');
    }
  }
  return found.list();
}
