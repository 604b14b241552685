import { createHash } from 'node:crypto';
import { z } from 'zod';
import { descriptorSchema } from '../descriptorSchema';
import { EvidenceError } from '../EvidenceError';
import { parseJson } from '../json/parseJson';
import {
  annotationsSchema,
  MAX_ANNOTATION_BYTES,
  MAX_PAYLOAD_BYTES,
} from './bounds';
import { SignatureLayer } from './signatureLayers';

/** Bytes of a container that is stored. */
export const MAX_CONTAINER_BYTES =
  Math.ceil(MAX_PAYLOAD_BYTES / 3) * 4 + 6 * MAX_ANNOTATION_BYTES + 4096;

const LIMITS = { maxBytes: MAX_CONTAINER_BYTES, maxDepth: 8, maxNodes: 500 };

const containerSchema = z.object({
  manifest: z.string(),
  layer: descriptorSchema.extend({ annotations: annotationsSchema }),
  payload: z.base64(),
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
 * The bytes kept for one layer, as JSON text: the payload alone would not say what signs it, and several signatures of one
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
    payload: payload && Buffer.from(payload).toString('base64'),
  };
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
  const json = parseJson(bytes, LIMITS, 'The layer', 'bad-signature');
  const parsed = containerSchema.safeParse(json);
  if (!parsed.success) {
    throw new EvidenceError(
      'bad-signature',
      'The layer is not kept as it should be.',
      parsed.error,
    );
  }
  const { manifest, layer } = parsed.data;
  return {
    manifest,
    layer,
    payload: Buffer.from(parsed.data.payload, 'base64'),
  };
}
