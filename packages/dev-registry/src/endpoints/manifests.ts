import { Descriptor, isManifestType } from 'chart-provenance-oras';
import { parseManifestLinks } from '../repository/manifestLinks';
import { ServedRepository } from '../repository/ServedRepository';
import { Call } from '../server/Call';
import { digestOf, isDigest, isTag, requireDigestOf } from '../server/grammar';
import { RegistryError } from '../server/RegistryError';
import { emptyReply, Reply } from '../server/Reply';
import { readFallbackTag } from './fallbackTag';
import { RegistryState } from './RegistryState';

/** The limit the specification asks registries to have at least, in bytes. */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

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

/**
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
  const bytes = await call.body(MAX_MANIFEST_BYTES);
  const links = parseManifestLinks(bytes);
  const descriptor: Descriptor = {
    mediaType: requireMediaType(call, links.mediaType),
    digest: digestFor(reference, bytes),
    size: bytes.length,
  };
  await requireBlobs(repository, links.blobs);
  await repository.putManifest(
    descriptor,
    bytes,
    isDigest(reference) ? undefined : reference,
  );
  return emptyReply(201, {
    Location: `/v2/${name}/manifests/${descriptor.digest}`,
    'Docker-Content-Digest': descriptor.digest,
    // Its absence tells the client that it must keep the fallback tag itself.
    ...(links.subject && state.referrersApi
      ? { 'OCI-Subject': links.subject.digest }
      : {}),
  });
}

/** @internal */
export async function deleteManifest(
  state: RegistryState,
  name: string,
  reference: string,
): Promise<Reply> {
  const repository = state.repositories.require(name);
  if (!(await repository.deleteManifest(reference))) {
    throw unknownManifest(reference);
  }
  return emptyReply(202);
}

function digestFor(reference: string, bytes: Uint8Array): Descriptor['digest'] {
  if (isDigest(reference)) {
    requireDigestOf(bytes, reference);
    return reference;
  }
  if (!isTag(reference)) {
    throw new RegistryError(400, 'MANIFEST_INVALID', `not a tag: ${reference}`);
  }
  return digestOf(bytes);
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

function unknownManifest(reference: string): RegistryError {
  return new RegistryError(404, 'MANIFEST_UNKNOWN', `no manifest ${reference}`);
}
