import { Descriptor } from 'chart-provenance-oras';
import { EvidenceError } from '../EvidenceError';
import { parseJson } from '../json/parseJson';
import {
  HELM_CHART_LAYERS,
  HELM_CONFIG,
  HELM_PROVENANCE_LAYER,
  INDEXES,
} from '../mediaTypes';
import { indexSchema, Manifest, manifestSchema } from '../manifestSchema';

/**
 * A chart's manifest, or an index that stands for exactly one.
 *
 * @internal
 */
export type ChartManifest =
  | {
      kind: 'chart';
      config: Descriptor;
      chartLayerDigest: string;
      /** The chart archive. */
      chartLayer: Descriptor;
      /** Null where other layers stand beside it. */
      provenanceFileLayer: Descriptor | null;
      /** ISO, from `org.opencontainers.image.created`: a hint. */
      publishedAt: string | null;
    }
  | { kind: 'index'; chart: Descriptor };

const LIMITS = { maxBytes: 4 * 1024 * 1024, maxDepth: 32, maxNodes: 10_000 };

/**
 * Reads what a tag points at.
 *
 * @throws EvidenceError `ambiguous-index` for an index of several charts, `unsupported-format` for what is no Helm chart,
 * `evidence-too-large`, `registry-misbehaved` for what is no manifest at all.
 * @internal
 */
export function decodeChartManifest(
  mediaType: string,
  bytes: Uint8Array,
): ChartManifest {
  const json = parseJson(bytes, LIMITS, 'The manifest', 'registry-misbehaved');
  const index = indexSchema.safeParse(json);
  const manifest = manifestSchema.safeParse(json);
  // A text with both `manifests` and `layers` could be read either way by different clients.
  if (index.success && !manifest.success) {
    return { kind: 'index', chart: onlyChart(index.data.manifests) };
  }
  if (!manifest.success || index.success || INDEXES.has(mediaType)) {
    throw new EvidenceError(
      'unsupported-format',
      'The tag points at something that is not one OCI manifest.',
    );
  }
  return readChart(manifest.data);
}

function onlyChart(manifests: Descriptor[]): Descriptor {
  // Attestation manifests that build tools put beside the content name no platform chart; they are not told apart by hints.
  if (manifests.length !== 1) {
    throw new EvidenceError(
      'ambiguous-index',
      `The tag points at an index of ${manifests.length} manifests; which of them is the chart cannot be told.`,
    );
  }
  if (INDEXES.has(manifests[0].mediaType)) {
    throw new EvidenceError(
      'ambiguous-index',
      'The tag points at an index of indexes.',
    );
  }
  return manifests[0];
}

function readChart(manifest: Manifest): ChartManifest {
  if (manifest.config.mediaType !== HELM_CONFIG) {
    throw new EvidenceError(
      'unsupported-format',
      `This is not a Helm chart: its config has media type ${manifest.config.mediaType}.`,
    );
  }
  const charts = manifest.layers.filter(layer =>
    HELM_CHART_LAYERS.has(layer.mediaType),
  );
  if (charts.length !== 1) {
    throw new EvidenceError(
      'unsupported-format',
      `A Helm chart has one layer with the chart archive; this manifest has ${charts.length}.`,
    );
  }
  return {
    kind: 'chart',
    config: manifest.config,
    chartLayerDigest: charts[0].digest,
    chartLayer: charts[0],
    provenanceFileLayer: provenanceFileBeside(charts[0], manifest.layers),
    publishedAt: isoTime(
      manifest.annotations?.['org.opencontainers.image.created'],
    ),
  };
}

/**
 * The provenance file of a manifest as Helm writes it: the archive, the file, nothing else. It vouches for the archive alone, and there
 * are clients that install the first layer; of two files, each reader takes another.
 */
function provenanceFileBeside(
  archive: Descriptor,
  layers: Descriptor[],
): Descriptor | null {
  const others = layers.filter(layer => layer !== archive);
  return others.length === 1 && others[0].mediaType === HELM_PROVENANCE_LAYER
    ? others[0]
    : null;
}

function isoTime(text: string | undefined): string | null {
  const ms = text && text.length <= 40 ? Date.parse(text) : NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
