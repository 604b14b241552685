import type { Descriptor } from '../descriptor/Descriptor';
import { OrasError } from '../error/OrasError';
import type { CallOptions } from '../target/Target';
import type { RegistryClient } from './RegistryClient';

/**
 * Uploads a blob whole: POST for a place, PUT there.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#post-then-put
 * @throws OrasError `egress-refused` when the place is on another origin
 * @internal
 */
export async function uploadBlob(
  client: RegistryClient,
  repository: string,
  descriptor: Descriptor,
  bytes: Uint8Array,
  { signal }: CallOptions = {},
): Promise<void> {
  const what = `upload of ${descriptor.digest}`;
  const common = { repository, what, push: true, signal };
  const { headers } = await client.send({
    ...common,
    method: 'POST',
    url: client.url(repository, 'blobs/uploads/'),
  });
  await client.send({
    ...common,
    method: 'PUT',
    url: uploadUrl(client, headers.location, descriptor),
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
  });
}

function uploadUrl(
  { origin }: RegistryClient,
  location: string | undefined,
  { digest }: Descriptor,
): string {
  const { host } = new URL(origin);
  if (location === undefined || !URL.canParse(location, origin)) {
    throw new OrasError(
      'malformed-response',
      `${host}: no place to upload to`,
      { host },
    );
  }
  const url = new URL(location, origin);
  if (url.origin !== origin) {
    throw new OrasError(
      'egress-refused',
      `${host}: the place to upload to is on ${url.host}`,
      { host },
    );
  }
  // Appended as text: what is there already may be signed.
  url.search += `${url.search ? '&' : '?'}digest=${encodeURIComponent(digest)}`;
  return url.href;
}

/**
 * Puts a manifest under a tag or its digest.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests
 * @returns the `OCI-Subject` header, by which a registry says that it keeps track of referrers itself
 * @internal
 */
export async function putManifest(
  client: RegistryClient,
  repository: string,
  tagOrDigest: string,
  manifest: { mediaType: string; bytes: Uint8Array },
  { signal }: CallOptions = {},
): Promise<string | undefined> {
  const { headers } = await client.send({
    method: 'PUT',
    repository,
    url: client.url(repository, `manifests/${tagOrDigest}`),
    what: tagOrDigest,
    push: true,
    headers: { 'content-type': manifest.mediaType },
    body: manifest.bytes,
    idempotent: true,
    signal,
  });
  return headers['oci-subject'];
}
