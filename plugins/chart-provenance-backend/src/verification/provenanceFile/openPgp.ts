import type { PartialConfig } from 'openpgp';

let loading: Promise<typeof import('openpgp')> | undefined;

/** OpenPGP.js, loaded when the first keyring is: most backends never need it. */
export function loadOpenPgp(): Promise<typeof import('openpgp')> {
  loading ??= import('openpgp');
  return loading;
}

/** What nothing is proven with. Stricter than the library's defaults, which take SHA-1 in keys and 2,047 bits. */
export function strictConfig({
  enums,
}: Pick<typeof import('openpgp'), 'enums'>): PartialConfig {
  const weakHashes = new Set([
    enums.hash.md5,
    enums.hash.ripemd,
    enums.hash.sha1,
  ]);
  return {
    rejectHashAlgorithms: weakHashes,
    rejectMessageHashAlgorithms: weakHashes,
    rejectPublicKeyAlgorithms: new Set([
      enums.publicKey.dsa,
      enums.publicKey.elgamal,
    ]),
    rejectCurves: new Set([enums.curve.secp256k1]),
    minRSABits: 2048,
    // A key whose expiry was put off is often published with its newest self-signature only. What such a key was when a signature says
    // it was made is not known; that it counts today is checked apart from this.
    allowInsecureVerificationWithReformattedKeys: true,
    // A notation marked critical that nobody here understands fails the signature.
    knownNotations: [],
    showComment: false,
    showVersion: false,
  };
}
