import { Descriptor } from 'chart-provenance-oras';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';
import { EvidenceError } from '../EvidenceError';
import { parseJson } from '../json/parseJson';
import { indexSchema, manifestSchema } from '../manifestSchema';
import { classifyReferrer, DecodedReferrer } from './classifyReferrer';

const layersSchema = z.object({ layers: z.array(z.unknown()) });
const subjectSchema = manifestSchema.pick({ subject: true });

const LIMITS = { maxBytes: 4 * 1024 * 1024, maxDepth: 32, maxNodes: 10_000 };

/** A manifest as it was fetched. */
export interface ReferrerBytes {
  digest: string;
  bytes: Uint8Array;
}

/**
 * Reads the referrer's own manifest. Its own `subject` decides what it points at: a listing that says otherwise lies.
 *
 * @param subject - digest of the chart manifest it was listed for.
 * @throws EvidenceError `registry-misbehaved` when it is no manifest or points elsewhere: then it is nobody's evidence.
 * @internal
 */
export function decodeReferrer(
  referrer: ReferrerBytes,
  subject: string,
  maxLayers: number,
): DecodedReferrer {
  return decodeAttached(referrer, subject, maxLayers, own =>
    assertSubject(own, subject),
  );
}

/**
 * Reads a manifest that something points at. One beyond the bounds is evidence that could not be read, never nothing.
 *
 * @param assertBinding - told the manifest's own `subject`, before anything else is made of it; throws when it is not about the chart.
 * @throws EvidenceError `registry-misbehaved` for what is no manifest, and what `assertBinding` throws.
 */
export function decodeAttached(
  { digest, bytes }: ReferrerBytes,
  subject: string,
  maxLayers: number,
  assertBinding: (own: Descriptor | undefined) => void,
): DecodedReferrer {
  const base = { digest, subject };
  const json = parseWithin(bytes);
  if (json instanceof EvidenceError) {
    return { evidence: tooLarge(base, json.message) };
  }
  const layers = layersSchema.safeParse(json).data?.layers.length ?? 0;
  if (layers > maxLayers) {
    assertBinding(subjectSchema.safeParse(json).data?.subject);
    const message = `It has ${layers} layers; at most ${maxLayers} are read.`;
    return { evidence: tooLarge(base, message) };
  }
  const manifest = manifestSchema.safeParse(json);
  if (manifest.success) {
    assertBinding(manifest.data.subject);
    return classifyReferrer(manifest.data, json, base);
  }
  return readIndex(json, base, assertBinding);
}

function parseWithin(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes, LIMITS, 'The referrer', 'registry-misbehaved');
  } catch (error) {
    if (error instanceof EvidenceError && error.code === 'evidence-too-large') {
      return error;
    }
    throw error;
  }
}

function readIndex(
  json: unknown,
  base: Pick<Evidence, 'digest' | 'subject'>,
  assertBinding: (own: Descriptor | undefined) => void,
): DecodedReferrer {
  const index = indexSchema.safeParse(json);
  if (!index.success) {
    throw new EvidenceError(
      'registry-misbehaved',
      'The listed referrer is not an OCI manifest.',
      index.error,
    );
  }
  assertBinding(index.data.subject);
  return {
    evidence: {
      ...base,
      kind: 'unknown',
      format: 'unknown',
      mediaType: index.data.mediaType ?? '',
      artifactType: index.data.artifactType,
    },
  };
}

function assertSubject(own: Descriptor | undefined, listedFor: string): void {
  if (own?.digest !== listedFor) {
    throw new EvidenceError(
      'registry-misbehaved',
      own
        ? `It was listed as a referrer of ${listedFor}, but points at ${own.digest}; it is ignored.`
        : `It was listed as a referrer of ${listedFor}, but points at nothing; it is ignored.`,
    );
  }
}

function tooLarge(
  base: Pick<Evidence, 'digest' | 'subject'>,
  message: string,
): Evidence {
  return {
    ...base,
    kind: 'unknown',
    format: 'unknown',
    mediaType: '',
    problem: { code: 'evidence-too-large', message },
  };
}
