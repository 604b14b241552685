import { createHash } from 'node:crypto';
import { Digest } from 'chart-provenance-oras';
import { RegistryError } from './RegistryError';

const NAME =
  /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** @internal */
export function isDigest(text: string): text is Digest {
  return DIGEST.test(text);
}

/** @internal */
export function isTag(text: string): boolean {
  return TAG.test(text);
}

/** @internal */
export function isRepositoryName(text: string): boolean {
  return text.length <= 255 && NAME.test(text);
}

/**
 * @throws RegistryError 400 `DIGEST_INVALID`
 * @internal
 */
export function requireDigest(text: string | null | undefined): Digest {
  if (!text || !isDigest(text)) {
    throw new RegistryError(400, 'DIGEST_INVALID', `not a digest: ${text}`);
  }
  return text;
}

/** @internal */
export function digestOf(
  bytes: Uint8Array,
  algorithm: 'sha256' | 'sha512' = 'sha256',
): Digest {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;
}

/**
 * Nothing is stored under a digest it does not hash to.
 *
 * @throws RegistryError 400 `DIGEST_INVALID`
 * @internal
 */
export function requireDigestOf(bytes: Uint8Array, digest: Digest): void {
  const actual = digestOf(
    bytes,
    digest.startsWith('sha512:') ? 'sha512' : 'sha256',
  );
  if (actual !== digest) {
    throw new RegistryError(
      400,
      'DIGEST_INVALID',
      `the content hashes to ${actual}, not to ${digest}`,
    );
  }
}
