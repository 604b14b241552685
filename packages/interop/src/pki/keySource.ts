import {
  createECDH,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';

/** A key pair of ours. */
export interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

/** PKCS #8 of an Ed25519 key up to its 32 bytes (RFC 8410, section 7). */
const ED25519_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
/** How many bytes make a P-256 scalar without a bias worth speaking of. */
const SCALAR_BYTES = 48;

/**
 * Keys and serial numbers by name: the same seed and name give the same bytes.
 * Whoever knows the seed has every private key.
 */
export class KeySource {
  private readonly seed: string;

  constructor(seed: string) {
    this.seed = seed;
  }

  bytes(name: string, length: number): Buffer {
    return Buffer.from(hkdfSync('sha256', this.seed, '', name, length));
  }

  p256(name: string): KeyPair {
    const wide = BigInt(`0x${this.bytes(name, SCALAR_BYTES).toString('hex')}`);
    const scalar = (wide % (p256.CURVE.n - 1n)) + 1n;
    const d = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey(d);
    const point = ecdh.getPublicKey();
    return pairOf(
      createPrivateKey({
        format: 'jwk',
        key: {
          kty: 'EC',
          crv: 'P-256',
          d: d.toString('base64url'),
          x: point.subarray(1, 33).toString('base64url'),
          y: point.subarray(33).toString('base64url'),
        },
      }),
    );
  }

  ed25519(name: string): KeyPair {
    const key = Buffer.concat([ED25519_HEAD, this.bytes(name, 32)]);
    return pairOf(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
  }
}

/**
 * An ECDSA signature over the SHA-256 digest, as DER, with the nonce of RFC 6979:
 * Node draws a new one each time.
 */
export function signRepeatably(message: Buffer, key: KeyObject): Buffer {
  const { d = '' } = key.export({ format: 'jwk' });
  const signature = p256.sign(message, Buffer.from(d, 'base64url'), {
    prehash: true,
    lowS: false,
  });
  return Buffer.from(signature.toBytes('der'));
}

function pairOf(privateKey: KeyObject): KeyPair {
  return { privateKey, publicKey: createPublicKey(privateKey) };
}
