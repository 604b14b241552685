import {
  formatReference,
  InvalidReferenceError,
  parseReference,
  Reference,
} from 'chart-provenance-oras/reference';
import { ChartReferenceError } from './ChartReferenceError';

const SCHEME = 'oci://';

/**
 * Where a chart lives in a registry, read from `oci://host/path/name[:tag][@digest]`.
 *
 * @public
 */
export interface ChartReference extends Reference {
  /** Last segment of the repository: the name the chart must have. */
  name: string;
}

/**
 * Reads `oci://host/path/name[:tag][@digest]`. The rest after the scheme follows the grammar of `chart-provenance-oras`;
 * nothing is implied, and a digest wins over a tag.
 *
 * @throws ChartReferenceError with the offset into `text`
 * @public
 */
export function parseChartReference(text: string): ChartReference {
  if (!text.startsWith(SCHEME)) {
    throw new ChartReferenceError(text, 0, 'missing-scheme', schemeFix(text));
  }
  try {
    const reference = parseReference(text.slice(SCHEME.length));
    return { ...reference, name: chartNameOf(reference.repository) };
  } catch (error) {
    if (error instanceof InvalidReferenceError) {
      const { position, problem, fix } = error;
      throw new ChartReferenceError(
        text,
        position + SCHEME.length,
        problem,
        `${fix.charAt(0).toUpperCase()}${fix.slice(1)}.`,
      );
    }
    throw error;
  }
}

/**
 * The name a chart in this repository must have: the last segment.
 *
 * @public
 */
export function chartNameOf(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}

/**
 * Writes `oci://host/path/name[:tag][@digest]`.
 *
 * @public
 */
export function formatChartReference(reference: Reference): string {
  return `${SCHEME}${formatReference(reference)}`;
}

function schemeFix(text: string): string {
  if (/^https?:\/\//i.test(text)) {
    return 'Write oci:// instead of the scheme; a chart in a legacy repository belongs into chart-provenance/legacy-charts.';
  }
  if (/^oci:/i.test(text)) {
    return 'Write the scheme as oci://, in lower case and with two slashes.';
  }
  return 'Write oci:// in front, as in oci://ghcr.io/acme/charts/payments.';
}
