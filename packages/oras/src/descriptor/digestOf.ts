import { createHash } from 'node:crypto';
import type { Digest } from './Descriptor';

/**
 * The digest of these bytes.
 *
 * @public
 */
export function digestOf(
  bytes: Uint8Array,
  algorithm: 'sha256' | 'sha512' = 'sha256',
): Digest {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;
}

/**
 * The digest of these bytes by the algorithm of another digest.
 *
 * @internal
 */
export function digestLike(digest: Digest, bytes: Uint8Array): Digest {
  return digestOf(bytes, digest.startsWith('sha512:') ? 'sha512' : 'sha256');
}
