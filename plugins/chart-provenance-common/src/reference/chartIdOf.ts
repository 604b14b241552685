import { sha256 } from '@noble/hashes/sha2';

const ALPHABET =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LENGTH = 16;

/**
 * The id of a chart in URLs and in the store: base64url(sha256(`registry/repository`)), first 16 characters (96 bits). Give
 * the registry as the operator's configuration writes it, in lower case.
 *
 * @public
 */
export function chartIdOf(registry: string, repository: string): string {
  const hash = sha256(new TextEncoder().encode(`${registry}/${repository}`));
  // 16 characters are the first 12 bytes, so no padding is met.
  let id = '';
  for (let at = 0; id.length < LENGTH; at += 3) {
    const group = hash[at] * 65_536 + hash[at + 1] * 256 + hash[at + 2];
    for (const weight of [262_144, 4_096, 64, 1]) {
      id += ALPHABET[Math.floor(group / weight) % 64];
    }
  }
  return id;
}
