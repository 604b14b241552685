import { z } from 'zod';

const pem = z
  .base64()
  .transform(text => Buffer.from(text, 'base64').toString('utf8'));

/** Rekor v2 names the signer by DER. */
const verifier = z.object({
  publicKey: z.object({ rawBytes: z.base64() }).optional(),
  x509Certificate: z.object({ rawBytes: z.base64() }).optional(),
});

/**
 * Where each kind of log entry keeps the key or certificate of the signer.
 *
 * @see https://github.com/sigstore/rekor/tree/v1.4.2/pkg/types
 */
export const dsse001Schema = z
  .object({
    spec: z.object({
      signatures: z.array(z.object({ verifier: pem })).length(1),
    }),
  })
  .transform(({ spec }) => ({ pem: spec.signatures[0].verifier }));

/** Names no signature: `hash` is over the envelope as it was sent. */
export const intoto001Schema = z
  .object({
    spec: z.object({
      publicKey: pem,
      content: z.object({
        hash: z.object({ algorithm: z.literal('sha256'), value: z.string() }),
      }),
    }),
  })
  .transform(({ spec }) => ({
    pem: spec.publicKey,
    hash: spec.content.hash.value,
  }));

export const intoto002Schema = z
  .object({
    spec: z.object({
      content: z.object({
        envelope: z.object({
          signatures: z.array(z.object({ publicKey: pem })).length(1),
        }),
      }),
    }),
  })
  .transform(({ spec }) => ({
    pem: spec.content.envelope.signatures[0].publicKey,
  }));

export const hashedrekord001Schema = z
  .object({
    spec: z.object({
      signature: z.object({ publicKey: z.object({ content: pem }) }),
    }),
  })
  .transform(({ spec }) => ({ pem: spec.signature.publicKey.content }));

/** @see https://github.com/sigstore/rekor-tiles/tree/v2.3.0/api/proto/rekor/v2 */
export const dsse002Schema = z
  .object({
    spec: z.object({
      dsseV002: z.object({
        signatures: z.array(z.object({ verifier })).length(1),
      }),
    }),
  })
  .transform(({ spec }) => ({
    verifier: spec.dsseV002.signatures[0].verifier,
  }));

export const hashedrekord002Schema = z
  .object({
    spec: z.object({
      hashedRekordV002: z.object({ signature: z.object({ verifier }) }),
    }),
  })
  .transform(({ spec }) => ({
    verifier: spec.hashedRekordV002.signature.verifier,
  }));
