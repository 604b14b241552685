import {
  ServedRepository,
  StoredManifest,
} from '../repository/ServedRepository';
import { digestOf, isDigest } from '../server/grammar';
import { RegistryState } from './RegistryState';
import { INDEX_TYPE, referrersIndex } from './referrers';

/**
 * The fallback index that a client would have kept, made from the target's own referrers.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema
 * @internal
 */
export async function readFallbackTag(
  state: RegistryState,
  repository: ServedRepository,
  tag: string,
): Promise<StoredManifest | undefined> {
  const subject = tag.replace(/^(sha\d+)-/, '$1:');
  if (
    state.referrersApi ||
    !state.deriveFallbackTags ||
    !isDigest(subject) ||
    subject === tag
  ) {
    return undefined;
  }
  const descriptors = await repository.referrers(subject);
  if (descriptors.length === 0) {
    return undefined;
  }
  const bytes = referrersIndex(descriptors);
  return {
    descriptor: {
      mediaType: INDEX_TYPE,
      digest: digestOf(bytes),
      size: bytes.length,
    },
    bytes,
  };
}
