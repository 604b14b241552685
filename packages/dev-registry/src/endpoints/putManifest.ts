import { Descriptor, isManifestType } from 'chart-provenance-oras';
import { parseManifestLinks } from '../repository/manifestLinks';
import { ServedRepository } from '../repository/ServedRepository';
import { Call } from '../server/Call';
import { digestOf, isDigest, isTag, requireDigestOf } from '../server/grammar';
import { RegistryError } from '../server/RegistryError';
import { emptyReply, Reply } from '../server/Reply';
import { RegistryState } from './RegistryState';

/** The limit the specification asks registries to have at least, in bytes. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

/** Tags of one push; the specification asks for ten. */
const MAX_TAGS = 100;

/**
 * Under a tag, or under a digest with any number of tags in `tag` parameters.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests
 * @internal
 */
export async function putManifest(
  state: RegistryState,
  name: string,
  reference: string,
  call: Call,
): Promise<Reply> {
  const repository = await state.repositories.requireForPush(name);
  const tags = isDigest(reference) ? call.query.getAll('tag') : [reference];
  requireTags(tags);
  const bytes = await call.body(MAX_MANIFEST_BYTES);
  const links = parseManifestLinks(bytes);
  const descriptor: Descriptor = {
    mediaType: requireMediaType(call, links.mediaType),
    digest: digestFor(reference, bytes),
    size: bytes.length,
  };
  if (!state.acceptMissingBlobs) {
    await requireBlobs(repository, links.blobs);
  }
  await repository.putManifest(descriptor, bytes, tags);
  return emptyReply(201, {
    Location: `/v2/${name}/manifests/${descriptor.digest}`,
    'Docker-Content-Digest': descriptor.digest,
    ...(isDigest(reference) && tags.length > 0
      ? { 'OCI-Tag': tags.join(', ') }
      : {}),
    // Its absence tells the client that it must keep the fallback tag itself.
    ...(links.subject && state.referrersApi
      ? { 'OCI-Subject': links.subject.digest }
      : {}),
  });
}

function requireTags(tags: readonly string[]): void {
  if (tags.length > MAX_TAGS) {
    throw new RegistryError(414, 'UNSUPPORTED', `more than ${MAX_TAGS} tags`);
  }
  const wrong = tags.find(tag => !isTag(tag));
  if (wrong !== undefined) {
    throw new RegistryError(400, 'MANIFEST_INVALID', `not a tag: ${wrong}`);
  }
}

function digestFor(reference: string, bytes: Uint8Array): Descriptor['digest'] {
  if (!isDigest(reference)) {
    return digestOf(bytes);
  }
  requireDigestOf(bytes, reference);
  return reference;
}

function requireMediaType(call: Call, inside: string | undefined): string {
  const header = call.header('content-type')?.split(';', 1)[0].trim();
  if (!header || (inside !== undefined && inside !== header)) {
    throw new RegistryError(
      400,
      'MANIFEST_INVALID',
      `Content-Type ${header} for a manifest that calls itself ${inside}`,
    );
  }
  if (!isManifestType(header)) {
    throw new RegistryError(400, 'MANIFEST_INVALID', `no manifest: ${header}`);
  }
  return header;
}

async function requireBlobs(
  repository: ServedRepository,
  blobs: Descriptor[],
): Promise<void> {
  for (const { digest } of blobs) {
    if (!(await repository.blobDescriptor(digest))) {
      throw new RegistryError(
        400,
        'MANIFEST_BLOB_UNKNOWN',
        `${digest} is not in the repository`,
      );
    }
  }
}
