import { createPublicKey } from 'node:crypto';
import { KeyInput } from '../verification';

/** Ids of the keys that are Ed25519. A key that cannot be read is none. */
export function ed25519KeysOf(
  keys: readonly Pick<KeyInput, 'id' | 'pem'>[],
): string[] {
  return keys.filter(({ pem }) => isEd25519(pem)).map(({ id }) => id);
}

function isEd25519(pem: string): boolean {
  try {
    return createPublicKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}
