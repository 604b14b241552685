import { ConsumerSourceStatus } from 'backstage-plugin-chart-provenance-common';

/**
 * The sources that look for consumers where they are. Annotations are told, not found: where there is nothing else, nobody looked, and
 * an empty list says nothing.
 */
export function placesLookedAt(
  sources: readonly ConsumerSourceStatus[],
): ConsumerSourceStatus[] {
  const found = sources.filter(({ provider }) => provider !== 'annotations');
  return found.length > 0 ? [...sources] : [];
}
