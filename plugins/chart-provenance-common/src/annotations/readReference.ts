import { ChartReferenceError } from '../reference/ChartReferenceError';
import {
  ChartReference,
  parseChartReference,
} from '../reference/parseChartReference';
import { EntryProblem } from './parseEntries';

/**
 * A chart reference that begins at `offset` of an entry.
 *
 * @internal
 */
export function readReference(
  entry: string,
  offset = 0,
): { reference: ChartReference } | { problem: EntryProblem } {
  try {
    return { reference: parseChartReference(entry.slice(offset)) };
  } catch (error) {
    if (error instanceof ChartReferenceError) {
      const { message, fix } = error;
      return { problem: { position: offset + error.position, message, fix } };
    }
    throw error;
  }
}

/**
 * The same, for a place where a whole repository is meant.
 *
 * @internal
 */
export function readRepositoryReference(
  entry: string,
  offset = 0,
): { reference: ChartReference } | { problem: EntryProblem } {
  const result = readReference(entry, offset);
  if ('problem' in result) {
    return result;
  }
  const { registry, repository, name, tag, digest } = result.reference;
  if (tag !== undefined || digest !== undefined) {
    const plain = `oci://${registry}/${repository}`;
    return {
      problem: {
        position: offset + plain.length,
        message: 'A whole repository is meant here, not one version.',
        fix: `Write ${plain}.`,
      },
    };
  }
  return { reference: { registry, repository, name } };
}
