import { Metadata, MetadataKind } from '@tufjs/models';
import { isObject } from './isObject';

const MAX_CHARACTERS = 128 * 1024;

/**
 * Checks that a text is a `root.json` of TUF, signed by the keys that it names itself. Whether they are the right ones nothing can tell but
 * how the operator came by it. Gives it back as it is.
 *
 * @throws Error with a few words for the operator.
 */
export function readFirstRoot(text: string): string {
  if (text.length > MAX_CHARACTERS) {
    throw new Error('it is longer than 128 KiB');
  }
  assertSigned(JSON.parse(text));
  const root = Metadata.fromJSON(MetadataKind.Root, JSON.parse(text));
  root.verifyDelegate('root', root);
  return text;
}

/** The likeliest mistake has its own words: Sigstore's root in the place of TUF's. */
function assertSigned(written: unknown): void {
  if (!isObject(written) || !isObject(written.signed)) {
    throw new Error(
      'it has nothing that is signed; the trusted_root.json goes by type: file, here goes the root.json of the repository',
    );
  }
}
