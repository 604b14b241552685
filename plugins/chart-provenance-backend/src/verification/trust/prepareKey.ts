import { createHash, createPublicKey, KeyObject } from 'node:crypto';
import { digestsOf } from '../signature/digestsOf';
import { KeyInput } from '../types';
import { hashOf } from './hashOf';

/** A public key ready to verify under. Without `publicKey` nothing is proven under it. */
export interface PreparedKey {
  id: string;
  hash: string;
  publicKey?: KeyObject;
  /** DER SubjectPublicKeyInfo; empty when the key cannot be used. */
  der: Buffer;
  /** SHA-256 of `der`, hex. */
  fingerprint: string;
  validFrom?: string;
  validUntil?: string;
  detail: string;
}

/** Checks and prepares a key; a bad one becomes a key under which nothing is proven. */
export function prepareKey(input: KeyInput): PreparedKey {
  const { id, validFrom, validUntil } = input;
  try {
    const publicKey = createPublicKey(input.pem);
    digestsOf(publicKey);
    const der = publicKey.export({ type: 'spki', format: 'der' });
    const fingerprint = createHash('sha256').update(der).digest('hex');
    const window = { validFrom, validUntil };
    return {
      ...{ id, publicKey, der, fingerprint, ...window },
      hash: hashOf({ fingerprint, ...window }),
      detail: `Public key with SHA-256 fingerprint ${fingerprint}.`,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    return {
      ...{ id, der: Buffer.alloc(0), fingerprint: '' },
      hash: hashOf({ id, unusable: true }),
      detail: `Key ${id} cannot be used: ${why}.`,
    };
  }
}
