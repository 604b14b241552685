import { Descriptor } from 'chart-provenance-oras';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { parseJson } from '../json/parseJson';
import { indexSchema, Manifest, manifestSchema } from '../manifestSchema';
import { classifyReferrer, DecodedReferrer } from './classifyReferrer';

const LIMITS = { maxBytes: 4 * 1024 * 1024, maxDepth: 32, maxNodes: 50_000 };

/**
 * Reads the referrer's own manifest. Its own `subject` decides what it points at: a listing that says otherwise lies.
 *
 * @param referrer - digest and bytes of the manifest.
 * @param subject - digest of the chart manifest it was listed for.
 * @throws EvidenceError `registry-misbehaved` when it is no manifest or points elsewhere: then it is nobody's evidence.
 * @internal
 */
export function decodeReferrer(
  referrer: { digest: string; bytes: Uint8Array },
  subject: string,
  maxLayers: number,
): DecodedReferrer {
  const json = parseJson(
    referrer.bytes,
    LIMITS,
    'The referrer',
    'registry-misbehaved',
  );
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) {
    return readIndex(json, referrer.digest, subject);
  }
  assertSubject(manifest.data.subject, subject);
  const base = { digest: referrer.digest, subject };
  if (manifest.data.layers.length > maxLayers) {
    return { evidence: tooManyLayers(manifest.data, base, maxLayers) };
  }
  return classifyReferrer(manifest.data, base);
}

function readIndex(
  json: unknown,
  digest: string,
  subject: string,
): DecodedReferrer {
  const index = indexSchema.safeParse(json);
  if (!index.success) {
    throw new EvidenceError(
      'registry-misbehaved',
      'The listed referrer is not an OCI manifest.',
      index.error,
    );
  }
  assertSubject(index.data.subject, subject);
  return {
    evidence: {
      digest,
      subject,
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

function tooManyLayers(
  manifest: Manifest,
  base: { digest: string; subject: string },
  maxLayers: number,
): Evidence {
  return {
    ...base,
    kind: 'unknown',
    format: 'unknown',
    mediaType: manifest.config.mediaType,
    artifactType: manifest.artifactType,
    problem: {
      code: 'evidence-too-large',
      message: `It has ${manifest.layers.length} layers; at most ${maxLayers} are read.`,
    },
  };
}
