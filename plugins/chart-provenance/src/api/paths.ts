import { parseEntityRef } from '@backstage/catalog-model';
import { ChartKey } from './requestTypes';

/**
 * The query string with its question mark; empty without a value. A list becomes one parameter for each of its values.
 *
 * @internal
 */
export function searchOf(query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) {
        search.append(name, String(one));
      }
    }
  }
  return search.size > 0 ? `?${search}` : '';
}

/**
 * Path of what belongs to an entity.
 *
 * @internal
 */
export function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/entities/${[kind, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}

/**
 * Path of what belongs to a chart.
 *
 * @internal
 */
export function chartPath({ entityRef, chartId }: ChartKey): string {
  return `${entityPath(entityRef)}/charts/${encodeURIComponent(chartId)}`;
}

/**
 * Path of what belongs to a version; `digest` is the manifest's.
 *
 * @internal
 */
export function versionPath(chart: ChartKey, digest: string): string {
  return `${chartPath(chart)}/versions/${encodeURIComponent(digest)}`;
}
