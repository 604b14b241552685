import {
  ImageList,
  ManifestImages,
} from 'backstage-plugin-chart-provenance-common/images';
import { parseYaml } from '../../consumers/git/parseYaml';
import { splitDocuments } from '../../consumers/git/splitDocuments';
import { Turns } from '../../consumers/git/Turns';

/** What holds no such word, and nothing that could stand for one, names no image. */
const MAY_NAME_ONE = /image|\\/i;
/** The cluster would read these as texts, and the parser here does not. */
const STRANGE_TAGS = /!!binary|!</;
const OWN_TAGS = /^%TAG/m;
const MAX_DOCUMENTS = 5_000;

/**
 * Reads the images off what helm rendered. A document that cannot be read is told, and its neighbours count.
 *
 * @throws the signal's reason only
 */
export async function readRendered(
  manifests: string,
  signal: AbortSignal,
): Promise<ImageList> {
  const images = new ManifestImages();
  const turns = new Turns(signal);
  const documents = splitDocuments(manifests);
  if (OWN_TAGS.test(manifests)) {
    images.unread('It has tags of YAML that are not read here.');
  }
  if (documents.length > MAX_DOCUMENTS) {
    images.unread(`There are more than ${MAX_DOCUMENTS}.`);
  }
  for (const { text } of documents.slice(0, MAX_DOCUMENTS)) {
    await turns.next();
    if (STRANGE_TAGS.test(text)) {
      images.unread('It has tags of YAML that are not read here.');
    } else if (MAY_NAME_ONE.test(text)) {
      const outcome = parseYaml(text);
      if ('value' in outcome) {
        images.add(outcome.value);
      } else {
        images.unread(outcome.problem);
      }
    }
  }
  return images.list();
}
