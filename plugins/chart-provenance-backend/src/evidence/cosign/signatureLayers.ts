import { Descriptor } from 'chart-provenance-oras';
import { z } from 'zod';
import { descriptorSchema } from '../descriptorSchema';
import { COSIGN_SIMPLE_SIGNING, DSSE_ENVELOPE } from '../mediaTypes';
import { annotationsSchema } from './bounds';

/** A layer that carries a signature, with its annotations; without them when there are more than are read. */
export type SignatureLayer = Descriptor & { tooLarge?: true };

const rawSchema = z.object({ layers: z.array(z.unknown()) });

const layerSchema = descriptorSchema.extend({
  annotations: z.unknown().optional(),
});

/** Does a layer of this media type carry a signature in the way of cosign 2? */
export function isSignatureLayer(mediaType: string): boolean {
  return mediaType === COSIGN_SIMPLE_SIGNING || mediaType === DSSE_ENVELOPE;
}

/**
 * The layers of a manifest that carry signatures, in its order; one that stands there twice, once. Told apart by media type, never
 * by annotations.
 *
 * @param manifest - the parsed JSON, known to be a manifest.
 */
export function signatureLayers(manifest: unknown): SignatureLayer[] {
  const found = new Map<string, SignatureLayer>();
  for (const raw of rawSchema.parse(manifest).layers) {
    const { annotations, ...layer } = layerSchema.parse(raw);
    if (isSignatureLayer(layer.mediaType)) {
      const read = annotationsSchema.safeParse(annotations ?? undefined);
      const signature: SignatureLayer = read.success
        ? { ...layer, annotations: read.data }
        : { ...layer, tooLarge: true };
      found.set(JSON.stringify(signature), signature);
    }
  }
  return [...found.values()];
}
