import { isMap, isScalar, YAMLMap } from 'yaml';
import type { SnippetConsumer } from '../../types';
import { EditError } from './EditError';

/** Who an object is, as it stands in a manifest. */
export interface Wanted {
  kind: string;
  name: string;
  namespace: string | null;
}

/**
 * The only document that is this object. A namespace may be missing in a file: who applies it gives it one.
 *
 * @throws EditError when there is none, or several
 */
export function findDocument(
  documents: readonly YAMLMap[],
  wanted: Wanted,
): YAMLMap {
  const found = documents.filter(document => isObject(document, wanted));
  if (found.length !== 1) {
    throw new EditError(
      found.length === 0
        ? `there is no ${wanted.kind} ${wanted.name} in it, at least none by itself`
        : `there are several of that name in it`,
    );
  }
  return found[0];
}

/** Chart.yaml has no kind. */
export function findChart(
  documents: readonly YAMLMap[],
  consumer: SnippetConsumer,
): YAMLMap {
  const [document, ...more] = documents;
  if (!document || more.length > 0) {
    throw new EditError('it is no Chart.yaml');
  }
  if (textAt(document, 'name') !== consumer.name) {
    throw new EditError(`it is not the Chart.yaml of ${consumer.name}`);
  }
  return document;
}

export function isObject(document: YAMLMap, wanted: Wanted): boolean {
  const namespace = textAt(document, 'metadata', 'namespace');
  return (
    textAt(document, 'kind') === wanted.kind &&
    textAt(document, 'metadata', 'name') === wanted.name &&
    (namespace === undefined ||
      wanted.namespace === null ||
      namespace === wanted.namespace)
  );
}

/** A text somewhere below; undefined where there is none. Whatever is aliased is not followed. */
export function textAt(
  map: YAMLMap,
  ...path: readonly string[]
): string | undefined {
  let here: unknown = map;
  for (const key of path) {
    if (!isMap(here)) {
      return undefined;
    }
    here = here.items.find(
      ({ key: node }) => isScalar(node) && node.value === key,
    )?.value;
  }
  return isScalar(here) && typeof here.value === 'string'
    ? here.value
    : undefined;
}
