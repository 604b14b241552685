import { OrasError } from '../error/OrasError';
import { isDigest } from '../reference/parseDigest';
import type { Descriptor, Digest } from './Descriptor';
import { digestLike } from './digestOf';

/**
 * Asserts that the bytes are what the descriptor says. The media type is not looked at.
 *
 * @throws OrasError `size-mismatch`, `digest-mismatch`, or `invalid-reference` when the descriptor's digest is none
 * @public
 */
export function verifyContent(
  descriptor: Pick<Descriptor, 'digest' | 'size'>,
  bytes: Uint8Array,
): void {
  const digest = assertDigest(descriptor.digest);
  if (bytes.byteLength !== descriptor.size) {
    throw new OrasError(
      'size-mismatch',
      `${digest}: expected ${descriptor.size} bytes, got ${bytes.byteLength}`,
    );
  }
  const actual = digestLike(digest, bytes);
  if (actual !== digest) {
    throw new OrasError(
      'digest-mismatch',
      `${digest}: the bytes hash to ${actual}`,
    );
  }
}

/**
 * A digest that came in a descriptor somebody else built; it goes into paths and URLs, so it is checked before use.
 *
 * @throws OrasError `invalid-reference`
 * @internal
 */
export function assertDigest(digest: string): Digest {
  if (!isDigest(digest)) {
    throw new OrasError(
      'invalid-reference',
      `${JSON.stringify(digest.slice(0, 160))} is no sha256 or sha512 digest`,
    );
  }
  return digest;
}
