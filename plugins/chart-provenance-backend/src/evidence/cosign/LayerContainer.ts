import { createHash } from 'node:crypto';
import { z } from 'zod';
import { descriptorSchema } from '../descriptorSchema';
import { EvidenceError } from '../EvidenceError';
import { frame, unframe } from '../frame';
import { parseJson } from '../json/parseJson';
import { annotationsSchema, MAX_ANNOTATION_BYTES } from './bounds';
import { SignatureLayer } from './signatureLayers';

/** A larger payload stands beside the text instead of in it: to write and to read it as base64 would take long. */
const MAX_INLINE_BYTES = 256 * 1024;

const LIMITS = {
  maxBytes:
    Math.ceil(MAX_INLINE_BYTES / 3) * 4 + 6 * MAX_ANNOTATION_BYTES + 4096,
  maxDepth: 8,
  maxNodes: 500,
};

const containerSchema = z.object({
  manifest: z.string(),
  layer: descriptorSchema.extend({ annotations: annotationsSchema }),
  payload: z
    .base64()
    .transform(text => Buffer.from(text, 'base64'))
    .optional(),
});

/** A layer of a cosign 2 manifest with everything its verification needs. */
export interface LayerContainer {
  /** Digest of the manifest the layer stands in. */
  manifest: string;
  /** The descriptor with its annotations, as it stood there: the signature and its proofs are in them, not in the payload. */
  layer: SignatureLayer;
  payload: Buffer;
}

/**
 * The bytes kept for one layer, as JSON text, with a large payload beside it: the payload alone would not say what signs it, and several signatures of one
 * content have the same payload.
 */
export function encodeLayer(
  manifest: string,
  { mediaType, digest, size, annotations = {} }: SignatureLayer,
  payload?: Uint8Array,
): Uint8Array {
  const container = {
    manifest,
    layer: { mediaType, digest, size, annotations },
  };
  if (payload && payload.length > MAX_INLINE_BYTES) {
    return frame({ first: textOf(container), second: payload });
  }
  const inline = payload && Buffer.from(payload).toString('base64');
  return textOf({ ...container, payload: inline });
}

function textOf(container: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(container));
}

/** Names a layer: `sha256:…` of its bytes. */
export function layerDigest(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/**
 * Reads what `encodeLayer` wrote.
 *
 * @throws EvidenceError `evidence-too-large`, `bad-signature` for bytes that are no container.
 */
export function openLayer(bytes: Uint8Array): LayerContainer {
  const framed = unframe(bytes);
  const json = parseJson(
    framed?.first ?? bytes,
    LIMITS,
    'The layer',
    'bad-signature',
  );
  const parsed = containerSchema.safeParse(json);
  const payload = framed ? bufferOf(framed.second) : parsed.data?.payload;
  if (!parsed.success || !payload) {
    throw new EvidenceError(
      'bad-signature',
      'The layer is not kept as it should be.',
      parsed.error,
    );
  }
  const { manifest, layer } = parsed.data;
  return { manifest, layer, payload };
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
