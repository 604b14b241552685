import { SnippetError } from '../../SnippetError';
import { plainText } from '../../words';

/** What policy-controller takes as a pattern, without the stars. */
const NAME =
  /^[a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)+$/;

/**
 * Pattern for every tag and digest of an image. policy-controller resolves a tag to its digest, and calls Docker Hub by its index.
 *
 * @param name - `registry/repository`
 * @throws SnippetError `unsafe`
 */
export function globsOf(name: string): string[] {
  const full = name.replace(/^docker\.io\//, 'index.docker.io/');
  if (!NAME.test(plainText(full, 'the name of an image'))) {
    throw new SnippetError(
      'unsafe',
      'No text is made: the name of an image is none that registries take.',
    );
  }
  return [`${full}@sha256:*`, `${full}:**`];
}
