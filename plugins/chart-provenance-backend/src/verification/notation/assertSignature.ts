import { constants, KeyObject, verify } from 'node:crypto';
import { NotationAlgorithm, NotationEnvelope } from '../../evidence';
import { NotProven } from '../outcome/NotProven';

/** By size of an RSA key, or by curve. */
const BY_KEY: Record<string, NotationAlgorithm> = {
  '2048': 'PS256',
  '3072': 'PS384',
  '4096': 'PS512',
  prime256v1: 'ES256',
  secp384r1: 'ES384',
  secp521r1: 'ES512',
};

/**
 * Checks that the envelope was signed with this key, by the one algorithm that goes with it.
 *
 * @throws NotProven `bad-signature`; `unsupported-format` for a key that no algorithm goes with.
 * @see https://github.com/notaryproject/specifications/blob/v1.1.0/specs/signature-specification.md#algorithm-selection
 */
export function assertSignature(
  { algorithm, signedBytes, signature }: NotationEnvelope,
  key: KeyObject,
): void {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  const expected = BY_KEY[namedCurve ?? String(modulusLength)];
  if (expected === undefined) {
    throw new NotProven(
      'unsupported-format',
      'The signing certificate has a key of a size that Notation does not know.',
    );
  }
  if (algorithm !== expected) {
    throw new NotProven(
      'bad-signature',
      'The signature says it was made with another algorithm than the one that goes with its certificate.',
    );
  }
  const options = algorithm.startsWith('PS')
    ? {
        key,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      }
    : { key, dsaEncoding: 'ieee-p1363' as const };
  const digest = `sha${algorithm.slice(2)}`;
  if (!verify(digest, signedBytes, options, signature)) {
    throw new NotProven(
      'bad-signature',
      'The signature does not match what it should have signed.',
    );
  }
}
