import { InputError } from '@backstage/errors';
import {
  ChartReference,
  ChartReferenceError,
  parseChartReference,
} from 'backstage-plugin-chart-provenance-common';

/**
 * Reads a chart reference that a caller has written.
 *
 * @throws InputError that says what is wrong, where, and how to mend it
 */
export function parseReference(written: string): ChartReference {
  try {
    return parseChartReference(written);
  } catch (error) {
    if (error instanceof ChartReferenceError) {
      throw new InputError(
        `reference: ${error.message} (at character ${error.position + 1}) ${
          error.fix
        }`,
      );
    }
    throw error;
  }
}

/** The same with a tag or a digest, or both: the gate decides about versions, not charts. @throws InputError */
export function parseVersionReference(written: string): ChartReference {
  const reference = parseReference(written);
  if (reference.tag === undefined && reference.digest === undefined) {
    throw new InputError(
      `reference: It names no version (at character ${
        written.length + 1
      }) Add a digest, like @sha256:…, or a tag, like :1.8.2.`,
    );
  }
  return reference;
}
