import { z } from 'zod';

/** Largest signed payload that is read, bytes. */
export const MAX_PAYLOAD_BYTES = 256 * 1024;

const MAX_ANNOTATIONS = 32;

/** All names and values of a layer's annotations together. */
export const MAX_ANNOTATION_BYTES = 64 * 1024;

/** Here annotations carry the signature, its certificate and its log entry: all of them are read, or none. */
export const annotationsSchema = z
  .record(z.string(), z.string())
  .refine(annotations => {
    const entries = Object.entries(annotations);
    return (
      entries.length <= MAX_ANNOTATIONS &&
      Buffer.byteLength(entries.flat().join('')) <= MAX_ANNOTATION_BYTES
    );
  })
  .optional();
