import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Digest } from '../descriptor/Descriptor';
import { assertDigest } from '../descriptor/verifyContent';
import { errorCode } from '../error/errorCode';
import { OrasError } from '../error/OrasError';

/**
 * Where a blob lies. Only a checked digest becomes a path, so no descriptor reaches out of the directory.
 *
 * @internal
 */
export function blobPath(directory: string, digest: Digest): string {
  const [algorithm, hex] = assertDigest(digest).split(':');
  return join(directory, 'blobs', algorithm, hex);
}

/**
 * Reads a regular file of at most `limit` bytes. Symbolic links are not followed: a layout may come from anybody.
 *
 * @returns undefined when there is none
 * @throws OrasError `too-large`, `malformed-response` for what is no regular file
 * @internal
 */
export async function readBounded(
  path: string,
  limit: number,
): Promise<Uint8Array | undefined> {
  const file = await openForReading(path);
  if (!file) {
    return undefined;
  }
  try {
    const stat = await file.stat();
    if (!stat.isFile()) {
      throw new OrasError(
        'malformed-response',
        'the layout has something else than a file where content belongs',
      );
    }
    if (stat.size > limit) {
      throw new OrasError(
        'too-large',
        `the file has ${stat.size} bytes, at most ${limit} are read`,
      );
    }
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

/**
 * Size of a file in bytes.
 *
 * @returns undefined when there is none
 * @internal
 */
export async function sizeOf(path: string): Promise<number | undefined> {
  const file = await openForReading(path);
  try {
    return (await file?.stat())?.size;
  } finally {
    await file?.close();
  }
}

async function openForReading(path: string): Promise<FileHandle | undefined> {
  try {
    // O_NONBLOCK: opening a named pipe must not wait for a writer.
    return await open(
      path,
      // eslint-disable-next-line no-bitwise
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') {
      return undefined;
    }
    throw new OrasError('unavailable', 'the layout cannot be read', { cause });
  }
}

/**
 * @returns false when there was none
 * @internal
 */
export async function removeFile(path: string): Promise<boolean> {
  try {
    await rm(path);
    return true;
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') {
      return false;
    }
    throw new OrasError('unavailable', 'the layout cannot be written', {
      cause,
    });
  }
}

/**
 * Writes a file so that a reader sees the old content or the new one, never a part.
 *
 * @internal
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array | string,
): Promise<void> {
  const directory = dirname(path);
  const temporary = join(directory, `.tmp-${randomBytes(8).toString('hex')}`);
  try {
    await mkdir(directory, { recursive: true });
    const file = await open(temporary, 'wx', 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new OrasError('unavailable', 'the layout cannot be written', {
      cause,
    });
  }
}
