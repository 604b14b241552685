import { createApiRef } from '@backstage/core-plugin-api';
import { ChartProvenanceApi } from './ChartProvenanceApi';

/**
 * Reference to the {@link ChartProvenanceApi}, the same in both frontend systems.
 *
 * @public
 */
export const chartProvenanceApiRef = createApiRef<ChartProvenanceApi>({
  id: 'plugin.chart-provenance.service',
});
