import { KeyObject, verify } from 'node:crypto';
import { ed25519ph } from '@noble/curves/ed25519';
import { NotProven } from '../outcome/NotProven';
import { digestsOf } from './digestsOf';

const ED25519_SIGNATURE_BYTES = 64;

/**
 * Does the signature match, by this key?
 *
 * @throws NotProven `unsupported-format` for a kind of key that is not supported.
 */
export function verifySignature(
  key: KeyObject,
  signed: Buffer,
  signature: Buffer,
): boolean {
  return (
    supportedDigests(key).some(digest =>
      verify(digest, signed, key, signature),
    ) ||
    (key.asymmetricKeyType === 'ed25519' &&
      verifyPrehashed(key, signed, signature))
  );
}

/**
 * cosign from 2.6 on signs with Ed25519ph, which Node does not know. Neither kind of signature can be taken for the other: the
 * pre-hashed one has a prefix of its own.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8032#section-5.1
 */
function verifyPrehashed(
  key: KeyObject,
  signed: Buffer,
  signature: Buffer,
): boolean {
  const { x = '' } = key.export({ format: 'jwk' });
  const publicKey = Buffer.from(x, 'base64url');
  return (
    signature.length === ED25519_SIGNATURE_BYTES &&
    ed25519ph.verify(signature, signed, publicKey, { zip215: false })
  );
}

/**
 * Of a signature that matches: was it made in the pre-hashed form? Undefined for a key that is not Ed25519.
 */
export function isPrehashed(
  key: KeyObject,
  signed: Buffer,
  signature: Buffer,
): boolean | undefined {
  return key.asymmetricKeyType === 'ed25519'
    ? !verify(null, signed, key, signature)
    : undefined;
}

function supportedDigests(key: KeyObject): (string | null)[] {
  try {
    return digestsOf(key);
  } catch (cause) {
    throw new NotProven(
      'unsupported-format',
      'It was signed with a kind of key that is not supported.',
      cause,
    );
  }
}
