import { KeyObject } from 'node:crypto';
import { NotProven } from '../../outcome/NotProven';

const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];
const RSA_BITS = { least: 2048, most: 8192 };
/** With an exponent as long as the modulus a check costs a thousand times as much. */
const MOST_EXPONENT = 2n ** 32n;

/** @throws NotProven `unsupported-format` for a key that nothing should be trusted to, or that is dear to check with. */
export function assertSoundKey(key: KeyObject): void {
  const {
    namedCurve = '',
    modulusLength = 0,
    publicExponent = 0n,
  } = key.asymmetricKeyDetails ?? {};
  const sound =
    key.asymmetricKeyType === 'rsa'
      ? modulusLength >= RSA_BITS.least &&
        modulusLength <= RSA_BITS.most &&
        publicExponent < MOST_EXPONENT
      : key.asymmetricKeyType === 'ec' && CURVES.includes(namedCurve);
  if (!sound) {
    throw new NotProven(
      'unsupported-format',
      'A certificate has a key of a kind or size that is not accepted here.',
    );
  }
}
