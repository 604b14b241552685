import { isDigest, isTag } from '../server/grammar';
import { Reply } from '../server/Reply';
import { readFallbackTag } from './fallbackTag';
import { RegistryState } from './RegistryState';
import { unknownManifest } from './unknownManifest';

/**
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 * @internal
 */
export async function getManifest(
  state: RegistryState,
  name: string,
  reference: string,
): Promise<Reply> {
  const repository = state.repositories.require(name);
  const found =
    isDigest(reference) || isTag(reference)
      ? (await repository.manifest(reference)) ??
        (await readFallbackTag(state, repository, reference))
      : undefined;
  if (!found) {
    throw unknownManifest(reference);
  }
  return {
    status: 200,
    headers: {
      'Content-Type': found.descriptor.mediaType,
      'Docker-Content-Digest': found.descriptor.digest,
    },
    body: found.bytes,
  };
}
