import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { Descriptor } from 'chart-provenance-oras';
import { Manifest } from '../manifestSchema';
import { NOTATION_SIGNATURE } from '../mediaTypes';
import { MAX_ENVELOPE_BYTES } from './bounds';
import { COSE_ENVELOPE, JWS_ENVELOPE } from './openNotation';

const ENVELOPES: ReadonlySet<string> = new Set([COSE_ENVELOPE, JWS_ENVELOPE]);

/** Does the manifest, or anything in it, say that it is a signature of Notation? */
export function isNotation({
  artifactType,
  config,
  layers,
}: Manifest): boolean {
  return [artifactType, config.mediaType, ...layers.map(mediaTypeOf)].includes(
    NOTATION_SIGNATURE,
  );
}

/**
 * A signature of Notation, by its manifest alone.
 *
 * @returns with `bundle`, its envelope, where the manifest has exactly the one layer of a known type and calls itself a signature;
 * with a `problem` otherwise.
 * @see https://github.com/notaryproject/specifications/blob/v1.1.0/specs/signature-specification.md#storage
 */
export function notationSignature(
  manifest: Manifest,
  base: Pick<Evidence, 'digest' | 'subject'>,
): { evidence: Evidence; bundle?: Descriptor } {
  const { artifactType, config, layers } = manifest;
  const [layer] = layers;
  const evidence: Evidence = {
    ...base,
    kind: 'signature',
    format: 'notation',
    mediaType: layer?.mediaType ?? config.mediaType,
    artifactType,
    layer: layer && { digest: layer.digest, size: layer.size },
  };
  const problem = problemOf(manifest);
  return problem
    ? { evidence: { ...evidence, problem } }
    : { evidence, bundle: layer };
}

function problemOf({
  artifactType,
  config,
  layers,
}: Manifest): Evidence['problem'] {
  if (
    ![artifactType, config.mediaType].includes(NOTATION_SIGNATURE) ||
    layers.length !== 1
  ) {
    return {
      code: 'bad-signature',
      message:
        'It is called a signature of Notation, and is not the manifest that Notation writes.',
    };
  }
  const [{ mediaType, size }] = layers;
  if (!ENVELOPES.has(mediaType)) {
    return {
      code: 'unsupported-format',
      message: 'The Notation signature is in an envelope of another type.',
    };
  }
  return size > MAX_ENVELOPE_BYTES
    ? {
        code: 'evidence-too-large',
        message: `The Notation signature has ${size} bytes; at most ${MAX_ENVELOPE_BYTES} are read.`,
      }
    : undefined;
}

function mediaTypeOf({ mediaType }: Descriptor): string {
  return mediaType;
}
