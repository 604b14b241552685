import { formatChartReference } from '../reference/parseChartReference';
import { CHARTS_ANNOTATION } from './names';
import { parseEntries } from './parseEntries';
import { readRepositoryReference } from './readReference';
import { ChartClaim, ParsedAnnotation } from './types';

/**
 * Reads `chart-provenance/charts`: `oci://host/path/name` entries separated by white space or commas. Never throws.
 *
 * @public
 */
export function parseCharts(value: string): ParsedAnnotation<ChartClaim> {
  return parseEntries(CHARTS_ANNOTATION, value, entry => {
    const result = readRepositoryReference(entry);
    return 'problem' in result
      ? result
      : { entry: result, key: formatChartReference(result.reference) };
  });
}
