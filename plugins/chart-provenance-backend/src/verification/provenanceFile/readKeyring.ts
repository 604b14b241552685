import type { PublicKey } from 'openpgp';
import { loadOpenPgp, strictConfig } from './openPgp';

const BLOCK =
  /-----BEGIN PGP PUBLIC KEY BLOCK-----[\s\S]*?-----END PGP PUBLIC KEY BLOCK-----/g;
const MAX_KEYS = 100;

/**
 * Reads all armoured blocks of a text: the library reads the first one and says nothing of the others. Copies of one key become one:
 * a newer export is often appended, and the revocation in it counts.
 *
 * @throws Error, worded to follow "cannot be used: ".
 */
export async function readKeyring(
  armored: string,
  now: Date,
): Promise<PublicKey[]> {
  if (armored.includes('PRIVATE KEY')) {
    throw new Error('it holds a private key');
  }
  const openpgp = await loadOpenPgp();
  const config = { ...openpgp.config, ...strictConfig(openpgp) };
  const keys = new Map<string, PublicKey>();
  for (const [block] of armored.matchAll(BLOCK)) {
    for (const key of await openpgp.readKeys({ armoredKeys: block, config })) {
      const fingerprint = key.getFingerprint();
      const copy = keys.get(fingerprint);
      keys.set(fingerprint, copy ? await copy.update(key, now, config) : key);
    }
  }
  if (keys.size === 0) {
    throw new Error('it holds no armoured OpenPGP public key');
  }
  if (keys.size > MAX_KEYS) {
    throw new Error(
      `it holds ${keys.size} keys, and at most ${MAX_KEYS} are read`,
    );
  }
  return [...keys.values()];
}
