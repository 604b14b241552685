import { KeyObject } from 'node:crypto';

const MIN_RSA_BITS = 2048;

/** By curve: the digest of the curve's size, and SHA-256, which older tools sign with whatever the curve. */
const CURVE_DIGESTS: Record<string, string[]> = {
  prime256v1: ['sha256'],
  secp384r1: ['sha384', 'sha256'],
  secp521r1: ['sha512', 'sha256'],
};

/**
 * Digests a signature by this key may be made over, most usual first; `null` for a key type that brings its own.
 *
 * @throws Error, worded to follow "cannot be used: ", for a key nothing should be trusted to.
 */
export function digestsOf(key: KeyObject): (string | null)[] {
  const { namedCurve = '', modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'ec':
      if (CURVE_DIGESTS[namedCurve]) {
        return CURVE_DIGESTS[namedCurve];
      }
      throw new Error(`curve ${namedCurve} is not supported`);
    case 'rsa':
      if (modulusLength < MIN_RSA_BITS) {
        throw new Error(`RSA keys need ${MIN_RSA_BITS} bits or more`);
      }
      return ['sha256'];
    case 'ed25519':
      return [null];
    default:
      throw new Error(
        `keys of type ${key.asymmetricKeyType} are not supported`,
      );
  }
}
