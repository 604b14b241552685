import { useApi } from '@backstage/core-plugin-api';
import { EntityOverview } from 'backstage-plugin-chart-provenance-common';
import { chartProvenanceApiRef } from '../api';
import { Loaded, useLoad } from './useLoad';

/**
 * What runs, who uses it and how far the migration is, for the charts of an entity; and what the entity uses itself.
 *
 * @internal
 */
export function useOverview(entityRef: string): Loaded<EntityOverview> {
  const api = useApi(chartProvenanceApiRef);
  return useLoad(entityRef, signal => api.getOverview(entityRef, { signal }));
}
