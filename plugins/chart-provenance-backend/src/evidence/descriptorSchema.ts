import { Digest } from 'chart-provenance-oras';
import { z } from 'zod';

const DIGEST = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** A content digest that may be asked for. */
export const digestSchema = z.custom<Digest>(
  value => typeof value === 'string' && DIGEST.test(value),
);

/** Unsigned hints; anything that is not a map of short strings reads as none. */
export const annotationsSchema = z
  .record(z.string().max(256), z.string().max(4096))
  .optional()
  .catch(undefined);

/** `urls` and inline `data` are left out on purpose: neither is ever followed. */
export const descriptorSchema = z.object({
  mediaType: z.string().min(1).max(255),
  digest: digestSchema,
  size: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  artifactType: z.string().max(255).optional().catch(undefined),
  annotations: annotationsSchema,
});
