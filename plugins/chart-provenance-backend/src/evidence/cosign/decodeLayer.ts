import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { DSSE_ENVELOPE } from '../mediaTypes';
import { release } from '../release';
import { kindOfPredicate } from '../bundle/predicateTypes';
import { readStatementHeader } from '../bundle/openStatement';
import { openEnvelope } from './openEnvelope';
import { openSimpleSigning } from './openSimpleSigning';
import { MAX_PAYLOAD_BYTES, MAX_SIMPLE_SIGNING_BYTES } from './bounds';
import { encodeLayer, layerDigest } from './LayerContainer';
import { SignatureLayer } from './signatureLayers';

/** What a manifest of cosign 2 says of every layer in it. */
export interface LayerOrigin {
  manifest: string;
  subject: string;
  artifactType?: string;
}

/**
 * Evidence of one layer, with the bytes to keep for it. What the payload says is not looked at: see `decodePayload`.
 *
 * @param payload - its bytes; absent when they are more than are read.
 * @returns evidence with a `problem`, and without bytes, for what is not to be read.
 */
export function decodeLayer(
  { manifest, subject, artifactType }: LayerOrigin,
  layer: SignatureLayer,
  payload: Uint8Array | undefined,
): { evidence: Evidence; bytes?: Uint8Array } {
  const bytes = encodeLayer(manifest, layer, payload);
  const evidence: Evidence = {
    digest: layerDigest(bytes),
    manifest,
    subject,
    // An envelope may hold anything, a signature included, until it is read.
    kind: layer.mediaType === DSSE_ENVELOPE ? 'unknown' : 'signature',
    format: 'cosign-legacy',
    mediaType: layer.mediaType,
    artifactType,
    layer: { digest: layer.digest, size: layer.size },
    // The descriptor names the payload.
    contents: layerDigest(encodeLayer('', layer)),
  };
  if (layer.tooLarge || !payload) {
    const message = payload
      ? 'Its annotations are more than are read.'
      : `The signed payload has ${layer.size} bytes; at most ${maxPayloadBytes(
          layer,
        )} are read.`;
    return {
      evidence: {
        ...evidence,
        problem: { code: 'evidence-too-large', message },
      },
    };
  }
  return { evidence, bytes };
}

/**
 * Adds what the payload of a layer itself says, as `decodeBundle` does for a bundle. Not judged.
 *
 * @returns the evidence with a `problem` when the payload cannot be read; never throws for its contents.
 */
export function decodePayload(
  evidence: Evidence,
  payload: Uint8Array,
): Evidence {
  try {
    return { ...evidence, ...readPayload(evidence, payload) };
  } catch (error) {
    if (error instanceof EvidenceError) {
      const { code, message } = error;
      return { ...evidence, problem: { code, message } };
    }
    throw error;
  }
}

/** How many bytes of what a layer signs are read. */
export function maxPayloadBytes({ mediaType }: SignatureLayer): number {
  return mediaType === DSSE_ENVELOPE
    ? MAX_PAYLOAD_BYTES
    : MAX_SIMPLE_SIGNING_BYTES;
}

function readPayload(
  { mediaType }: Evidence,
  payload: Uint8Array,
): Pick<Evidence, 'kind' | 'predicateType'> {
  if (mediaType !== DSSE_ENVELOPE) {
    return {
      kind: 'signature',
      predicateType: openSimpleSigning(payload).type,
    };
  }
  const envelope = openEnvelope(payload);
  const { predicateType } = readStatementHeader(envelope);
  release(envelope.payload);
  return { kind: kindOfPredicate(predicateType), predicateType };
}
