import { useApi } from '@backstage/core-plugin-api';
import { ConsumesList } from 'backstage-plugin-chart-provenance-common';
import { chartProvenanceApiRef } from '../api';
import { Loaded, useLoad } from './useLoad';

/**
 * The charts that an entity deploys or depends on.
 *
 * @internal
 */
export function useConsumes(entityRef: string): Loaded<ConsumesList> {
  const api = useApi(chartProvenanceApiRef);
  return useLoad(entityRef, signal => api.getConsumes(entityRef, { signal }));
}
