import { ServedRepository } from '../repository/ServedRepository';
import { Call } from '../server/Call';
import { requireDigest, requireDigestOf } from '../server/grammar';
import { RegistryError } from '../server/RegistryError';
import { emptyReply, Reply } from '../server/Reply';
import { findMountable } from './findMountable';
import { RegistryState } from './RegistryState';
import { MAX_BLOB_BYTES, UploadSession } from './UploadSessions';

/**
 * POST: the whole blob at once (`?digest=`), a mount (`?mount=&from=`), or a new session.
 *
 * @param mayReadFrom - whether the caller may pull from that repository; a mount must not lend it what it cannot read
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-blobs
 * @internal
 */
export async function startUpload(
  state: RegistryState,
  name: string,
  call: Call,
  mayReadFrom: (repository: string) => boolean,
): Promise<Reply> {
  const repository = await state.repositories.requireForPush(name);
  if (call.query.has('digest')) {
    const bytes = await call.body(MAX_BLOB_BYTES);
    return storeBlob(repository, name, call, bytes);
  }
  const mount = call.query.get('mount');
  if (mount) {
    const digest = requireDigest(mount);
    const from = call.query.get('from') ?? undefined;
    const bytes = await findMountable(state, digest, mayReadFrom, from);
    if (bytes) {
      await repository.putBlob(digest, bytes);
      return created(name, digest);
    }
  }
  return accepted(state.uploads.open(name));
}

/**
 * PATCH: one more chunk.
 *
 * @internal
 */
export async function continueUpload(
  state: RegistryState,
  name: string,
  id: string,
  call: Call,
): Promise<Reply> {
  const session = state.uploads.require(name, id);
  const expected = session.size;
  if (isOutOfOrder(session, call)) {
    return emptyReply(416, progress(session));
  }
  const chunk = await call.body(MAX_BLOB_BYTES - expected);
  if (session.size !== expected) {
    throw new RegistryError(416, 'BLOB_UPLOAD_INVALID', 'two chunks at a time');
  }
  session.chunks.push(chunk);
  session.size += chunk.length;
  return accepted(session);
}

/**
 * PUT: the last chunk, if any, and the digest of the whole.
 *
 * @internal
 */
export async function finishUpload(
  state: RegistryState,
  name: string,
  id: string,
  call: Call,
): Promise<Reply> {
  const session = state.uploads.require(name, id);
  if (isOutOfOrder(session, call)) {
    return emptyReply(416, progress(session));
  }
  const last = await call.body(MAX_BLOB_BYTES - session.size);
  const repository = await state.repositories.requireForPush(name);
  state.uploads.close(session);
  return storeBlob(
    repository,
    name,
    call,
    Buffer.concat([...session.chunks, last]),
  );
}

/** @internal */
export function uploadStatus(
  state: RegistryState,
  name: string,
  id: string,
): Reply {
  return emptyReply(204, progress(state.uploads.require(name, id)));
}

/** @internal */
export function cancelUpload(
  state: RegistryState,
  name: string,
  id: string,
): Reply {
  state.uploads.close(state.uploads.require(name, id));
  return emptyReply(204);
}

function isOutOfOrder(session: UploadSession, call: Call): boolean {
  const range = /^(?:bytes )?(\d+)-\d+/.exec(
    call.header('content-range') ?? '',
  );
  return range !== null && Number(range[1]) !== session.size;
}

async function storeBlob(
  repository: ServedRepository,
  name: string,
  call: Call,
  bytes: Uint8Array,
): Promise<Reply> {
  const digest = requireDigest(call.query.get('digest'));
  requireDigestOf(bytes, digest);
  await repository.putBlob(digest, bytes);
  return created(name, digest);
}

function created(name: string, digest: string): Reply {
  return emptyReply(201, {
    Location: `/v2/${name}/blobs/${digest}`,
    'Docker-Content-Digest': digest,
  });
}

function accepted(session: UploadSession): Reply {
  return emptyReply(202, progress(session));
}

function progress(session: UploadSession): Record<string, string> {
  return {
    Location: `/v2/${session.repository}/blobs/uploads/${session.id}`,
    Range: `0-${Math.max(0, session.size - 1)}`,
    'Docker-Upload-UUID': session.id,
  };
}
