import { describeManifest } from '../descriptor/describeManifest';
import type { Descriptor } from '../descriptor/Descriptor';
import { isManifestType, MEDIA_TYPES } from '../descriptor/mediaTypes';
import { MANIFEST_LIMIT } from '../descriptor/parseManifest';
import { assertDigest, verifyContent } from '../descriptor/verifyContent';
import { OrasError } from '../error/OrasError';
import { isDigest } from '../reference/parseDigest';
import { byteLimit } from '../target/bounds';
import type { FetchOptions } from '../target/Target';
import type { RegistryCall, RegistryClient } from './RegistryClient';

const ACCEPT = [
  MEDIA_TYPES.imageManifest,
  MEDIA_TYPES.imageIndex,
  MEDIA_TYPES.dockerManifest,
  MEDIA_TYPES.dockerManifestList,
].join(', ');

/**
 * The call for the content of a descriptor: manifests have an endpoint of their own, and only blobs may be redirected elsewhere.
 *
 * @internal
 */
export function contentCall(
  client: RegistryClient,
  repository: string,
  { digest, mediaType }: Descriptor,
): Pick<RegistryCall, 'repository' | 'url' | 'what' | 'headers' | 'redirects'> {
  const what = assertDigest(digest);
  return isManifestType(mediaType)
    ? {
        repository,
        what,
        url: client.url(repository, `manifests/${what}`),
        headers: { accept: ACCEPT },
      }
    : {
        repository,
        what,
        url: client.url(repository, `blobs/${what}`),
        redirects: 'any',
      };
}

/**
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-blobs
 * @internal
 */
export async function fetchContent(
  client: RegistryClient,
  repository: string,
  descriptor: Descriptor,
  options: FetchOptions = {},
): Promise<Uint8Array> {
  byteLimit(descriptor, options);
  const call = contentCall(client, repository, descriptor);
  const { signal } = options;
  try {
    const { body } = await client.send({
      ...call,
      method: 'GET',
      maxBytes: descriptor.size,
      signal,
    });
    verifyContent(descriptor, body);
    return body;
  } catch (error) {
    throw error instanceof OrasError && error.code === 'too-large'
      ? sizeMismatch(descriptor, error)
      : error;
  }
}

function sizeMismatch(descriptor: Descriptor, cause: OrasError): OrasError {
  return new OrasError(
    'size-mismatch',
    `${descriptor.digest}: expected ${descriptor.size} bytes, got more`,
    { cause, host: cause.host },
  );
}

/**
 * A manifest by tag or digest. A tag is resolved by reading the manifest: what a HEAD says of the digest is the registry's word,
 * the hash of the bytes is a fact.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 * @returns undefined when there is none and `absent` is allowed
 * @internal
 */
export async function fetchManifest(
  client: RegistryClient,
  repository: string,
  tagOrDigest: string,
  options: FetchOptions & { absent?: boolean } = {},
): Promise<{ descriptor: Descriptor; bytes: Uint8Array } | undefined> {
  const { status, headers, body } = await client.send({
    method: 'GET',
    repository,
    url: client.url(repository, `manifests/${tagOrDigest}`),
    what: tagOrDigest,
    headers: { accept: ACCEPT },
    maxBytes: options.maxBytes ?? MANIFEST_LIMIT,
    signal: options.signal,
    also: options.absent ? [404] : [],
  });
  if (status === 404) {
    return undefined;
  }
  const descriptor = describeManifest(
    body,
    headers['content-type'],
    isDigest(tagOrDigest) ? tagOrDigest : undefined,
  );
  return { descriptor, bytes: body };
}
