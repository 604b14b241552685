import type { Descriptor, Digest } from '../descriptor/Descriptor';
import type { ImageIndex } from '../descriptor/Manifest';
import { parseManifest } from '../descriptor/parseManifest';
import { OrasError } from '../error/OrasError';
import type { CallOptions } from '../target/Target';
import { fetchManifest } from './fetchContent';
import type { RegistryClient } from './RegistryClient';

/**
 * The tag under which clients keep the referrers of a digest where the registry has no referrers API.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema
 * @internal
 */
export function fallbackTag(digest: Digest): string {
  const [algorithm, hex] = digest.split(':');
  return `${algorithm.slice(0, 32)}-${hex.slice(0, 64)}`;
}

/**
 * The fallback index of a subject.
 *
 * @returns undefined when there is none
 * @throws OrasError `malformed-response` when something else has that tag
 * @internal
 */
export async function readFallback(
  client: RegistryClient,
  repository: string,
  subject: Descriptor,
  { signal }: CallOptions = {},
): Promise<ImageIndex | undefined> {
  const tag = fallbackTag(subject.digest);
  const found = await fetchManifest(client, repository, tag, {
    signal,
    absent: true,
  });
  if (!found) {
    return undefined;
  }
  const manifest = parseManifest(found.bytes);
  if (manifest.kind !== 'index') {
    throw new OrasError(
      'malformed-response',
      `${repository} ${tag}: the list of referrers is no index`,
    );
  }
  return manifest;
}
