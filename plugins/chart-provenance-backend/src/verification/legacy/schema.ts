import { z } from 'zod';

const base64 = z
  .base64()
  .min(1)
  .transform(text => Buffer.from(text, 'base64'));

/**
 * Annotation `dev.sigstore.cosign/bundle`.
 *
 * @see https://github.com/sigstore/cosign/blob/v2.6.4/pkg/cosign/bundle/rekor.go
 */
export const logBundleSchema = z.object({
  SignedEntryTimestamp: base64,
  Payload: z.object({
    body: base64,
    integratedTime: z.number().int().positive(),
    logIndex: z.number().int().min(0),
    logID: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});

/** The part of a log entry that says how to read the rest. */
export const logBodySchema = z.object({
  kind: z.string().max(64),
  apiVersion: z.string().max(64),
});

/**
 * Annotation `dev.sigstore.cosign/rfc3161timestamp`.
 *
 * @see https://github.com/sigstore/cosign/blob/v2.6.4/pkg/cosign/bundle/tsa.go
 */
export const timestampSchema = z.object({ SignedRFC3161Timestamp: base64 });
