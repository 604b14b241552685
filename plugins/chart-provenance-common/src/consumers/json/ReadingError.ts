/**
 * A document, or a part of it, that cannot be read. The message is one sentence for whoever wrote it, and repeats nothing of it.
 */
export class ReadingError extends Error {
  override readonly name = 'ReadingError';
}

/**
 * What is said of a piece of an object that changes which chart is meant: kustomize is not run here.
 */
export const PATCH_MESSAGE =
  'It is a piece of an object that names no chart. When kustomize puts it together, only the outcome can be read.';
