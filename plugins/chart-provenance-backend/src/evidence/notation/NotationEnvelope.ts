/**
 * @see https://github.com/notaryproject/specifications/blob/v1.1.0/specs/signature-specification.md#algorithm-selection
 */
export const NOTATION_ALGORITHMS = [
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
] as const;
export type NotationAlgorithm = (typeof NOTATION_ALGORITHMS)[number];

/** The manifest that was signed. */
export interface TargetArtifact {
  mediaType: string;
  /** `sha256:…` or `sha512:…` */
  digest: string;
  /** Bytes. */
  size: number;
}

/**
 * A signature of the scheme `notary.x509`, taken apart within its bounds. Nothing in it is proven.
 *
 * @internal
 */
export interface NotationEnvelope {
  syntax: 'jws' | 'cose';
  signingScheme: 'notary.x509';
  algorithm: NotationAlgorithm;
  /** ISO; the signer's word. */
  signingTime: string;
  /** ISO; the signature counts until then, as the signer says. Later than `signingTime`. */
  expiry?: string;
  /** Names of the headers that whoever verifies has to understand; all of them are. */
  critical: readonly string[];
  target: TargetArtifact;
  /** DER, 1 to 8, that of the signer first. Not signed. */
  certificates: readonly Buffer[];
  /** What the signature is over. */
  signedBytes: Buffer;
  /** ECDSA: `r` and `s`, one after the other. */
  signature: Buffer;
  /** RFC 3161 token over the signature. Not signed, and not read. */
  timestamp?: Buffer;
}
