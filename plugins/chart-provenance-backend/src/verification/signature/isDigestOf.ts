import { createHash } from 'node:crypto';

const ALGORITHMS: Record<number, string> = {
  32: 'sha256',
  48: 'sha384',
  64: 'sha512',
};

/** Is it the SHA-2 digest of the bytes, of whatever size? A log names the digest that the kind of key asks for. */
export function isDigestOf(bytes: Uint8Array, digest: Buffer): boolean {
  const algorithm = ALGORITHMS[digest.length];
  return (
    algorithm !== undefined &&
    createHash(algorithm).update(bytes).digest().equals(digest)
  );
}
