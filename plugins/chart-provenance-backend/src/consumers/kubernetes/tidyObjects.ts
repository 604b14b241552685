import { DocumentProblem } from 'backstage-plugin-chart-provenance-node';
import { oneLine } from '../oneLine';
import { ServedKind } from './discoverKinds';
import { isRecord } from './isRecord';
import { withoutBulk } from './withoutBulk';

const MAX_LENGTH = 200;

/** The objects of a page without what is of no use. What is no such object is told of and left out; its neighbours stay. */
export function tidyObjects(
  items: readonly unknown[],
  { group, version, kind }: ServedKind,
): { objects: Record<string, unknown>[]; problems: DocumentProblem[] } {
  const apiVersion = `${group}/${version}`;
  const objects: Record<string, unknown>[] = [];
  const problems: DocumentProblem[] = [];
  for (const item of items) {
    if (
      isRecord(item) &&
      (item.kind ?? kind) === kind &&
      (item.apiVersion ?? apiVersion) === apiVersion
    ) {
      // An API server may leave both out of the items of a list.
      objects.push(withoutBulk({ ...item, apiVersion, kind }));
    } else {
      problems.push({
        where: nameOf(item, kind),
        message: `The cluster lists it among its ${kind} objects, but it is none.`,
      });
    }
  }
  return { objects, problems };
}

/** e.g. `HelmRelease shop/payments`. */
export function nameOf(object: unknown, kind: string): string {
  const metadata = isRecord(object) ? object.metadata : undefined;
  const { namespace, name } = isRecord(metadata) ? metadata : {};
  const full = [namespace, name].filter(part => typeof part === 'string');
  return oneLine(`${kind} ${full.join('/')}`, MAX_LENGTH);
}
