import { z } from 'zod';
import { MAX_BUNDLE_BYTES } from '../bundle/bounds';

/** Largest simple signing payload that is read, bytes. */
export const MAX_SIMPLE_SIGNING_BYTES = 256 * 1024;

/** Largest signed payload that is read, bytes: an envelope with an SBOM in it. */
export const MAX_PAYLOAD_BYTES = MAX_BUNDLE_BYTES;

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
