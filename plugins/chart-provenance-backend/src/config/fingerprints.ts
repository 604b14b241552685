import { createHash, KeyObject } from 'node:crypto';
import { isObject } from './isObject';

/** SHA-256 (hex) of every certificate authority's certificate in a `trusted_root.json`. */
export function rootFingerprints(trustedRoot: unknown): string[] {
  const authorities = isObject(trustedRoot)
    ? listOf(trustedRoot.certificateAuthorities)
    : [];
  return authorities
    .flatMap(authority => listOf(chainOf(authority)))
    .flatMap(certificate =>
      isObject(certificate) && typeof certificate.rawBytes === 'string'
        ? [sha256(Buffer.from(certificate.rawBytes, 'base64'))]
        : [],
    );
}

/** SHA-256 (hex) of a public key's DER SubjectPublicKeyInfo. */
export function keyFingerprint(key: KeyObject): string {
  return sha256(key.export({ type: 'spki', format: 'der' }));
}

function chainOf(authority: unknown): unknown {
  const chain = isObject(authority) ? authority.certChain : undefined;
  return isObject(chain) ? chain.certificates : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
