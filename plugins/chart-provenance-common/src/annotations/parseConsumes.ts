import { formatChartReference } from '../reference/parseChartReference';
import { CONSUMES_ANNOTATION } from './names';
import { parseEntries } from './parseEntries';
import { readReference } from './readReference';
import { ConsumesClaim, ParsedAnnotation } from './types';

/**
 * Reads `chart-provenance/consumes`: `oci://host/path/name:tag`, `…@digest` or both. Never throws.
 *
 * @public
 */
export function parseConsumes(value: string): ParsedAnnotation<ConsumesClaim> {
  return parseEntries(CONSUMES_ANNOTATION, value, entry => {
    const result = readReference(entry);
    if ('problem' in result) {
      return result;
    }
    const { reference } = result;
    if (reference.tag === undefined && reference.digest === undefined) {
      return {
        problem: {
          position: entry.length,
          message: 'The version that is used is missing.',
          fix: 'Add :version or, better, @sha256:… to the reference.',
        },
      };
    }
    return { entry: { reference }, key: formatChartReference(reference) };
  });
}
