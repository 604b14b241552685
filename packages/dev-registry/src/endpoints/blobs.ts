import { Descriptor } from 'chart-provenance-oras';
import { ServedRepository } from '../repository/ServedRepository';
import { Call } from '../server/Call';
import { requireDigest } from '../server/grammar';
import { RegistryError } from '../server/RegistryError';
import { emptyReply, Reply } from '../server/Reply';
import { parseRange } from './byteRange';
import { RegistryState } from './RegistryState';

/**
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-blobs
 * @internal
 */
export async function getBlob(
  state: RegistryState,
  name: string,
  digest: string,
  call: Call,
): Promise<Reply> {
  const repository = state.repositories.require(name);
  const descriptor = await requireBlob(repository, digest);
  const bytes = await repository.blob(descriptor);
  if (!bytes) {
    throw unknownBlob(digest);
  }
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Docker-Content-Digest': descriptor.digest,
    'Accept-Ranges': 'bytes',
  };
  const range = parseRange(call.header('range'), bytes.length);
  if (range === 'unsatisfiable') {
    return emptyReply(416, { 'Content-Range': `bytes */${bytes.length}` });
  }
  if (!range) {
    return { status: 200, headers, body: bytes };
  }
  return {
    status: 206,
    headers: {
      ...headers,
      'Content-Range': `bytes ${range.first}-${range.last}/${bytes.length}`,
    },
    body: bytes.subarray(range.first, range.last + 1),
  };
}

/** @internal */
export async function deleteBlob(
  state: RegistryState,
  name: string,
  digest: string,
): Promise<Reply> {
  const repository = state.repositories.require(name);
  const descriptor = await requireBlob(repository, digest);
  await repository.deleteBlob(descriptor.digest);
  return emptyReply(202);
}

async function requireBlob(
  repository: ServedRepository,
  digest: string,
): Promise<Descriptor> {
  const descriptor = await repository.blobDescriptor(requireDigest(digest));
  if (!descriptor) {
    throw unknownBlob(digest);
  }
  return descriptor;
}

function unknownBlob(digest: string): RegistryError {
  return new RegistryError(404, 'BLOB_UNKNOWN', `no blob ${digest}`);
}
