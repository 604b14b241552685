import { ChartFacts } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { parseJson } from '../json/parseJson';
import { readImagesAnnotation } from './readImagesAnnotation';
import { chartConfigSchema } from './schema';

/** What the config blob says the chart is. */
export interface ChartConfig {
  name: string;
  version: string;
  appVersion: string | null;
  facts: ChartFacts;
}

/** Facts of a chart whose config could not be read. */
export const NO_FACTS: ChartFacts = {
  description: null,
  home: null,
  sources: [],
  maintainers: [],
  keywords: [],
  dependencies: [],
  kubeVersion: null,
  deprecated: false,
};

const LIMITS = {
  maxBytes: 256 * 1024,
  maxDepth: 32,
  maxNodes: 20_000,
  uniqueTo: 1,
};

/**
 * Reads the config of a Helm chart.
 *
 * @throws EvidenceError `name-or-version-mismatch` when name or version are missing or not of the form Helm accepts,
 * `unsupported-format` when it is not JSON, `evidence-too-large`.
 * @internal
 */
export function decodeChartConfig(bytes: Uint8Array): ChartConfig {
  const json = parseJson(
    bytes,
    LIMITS,
    'The chart config',
    'unsupported-format',
  );
  const parsed = chartConfigSchema.safeParse(json);
  if (!parsed.success) {
    throw new EvidenceError(
      'name-or-version-mismatch',
      'The chart config names no chart and version of the form Helm accepts.',
      parsed.error,
    );
  }
  const { name, version, appVersion, annotations, ...facts } = parsed.data;
  const images = readImagesAnnotation(annotations?.['artifacthub.io/images']);
  return {
    name,
    version,
    appVersion,
    facts: images.length > 0 ? { ...facts, images } : facts,
  };
}
