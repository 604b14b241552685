import { createHash } from 'node:crypto';

/**
 * Names everything but its bytes that the outcome of a piece of evidence depends on: SHA-256 (hex) over the trust material and the
 * verifier's version. What an older verifier was made to believe is not believed any longer than that verifier runs.
 *
 * @internal
 */
export function materialHashOf(verifier: {
  version: string;
  materials: { readonly hash: string };
}): string {
  return createHash('sha256')
    .update(JSON.stringify([verifier.materials.hash, verifier.version]))
    .digest('hex');
}
