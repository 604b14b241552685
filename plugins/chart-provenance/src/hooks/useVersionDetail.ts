import { useApi } from '@backstage/core-plugin-api';
import { VersionDetail } from 'backstage-plugin-chart-provenance-common';
import { ChartKey, chartProvenanceApiRef } from '../api';
import { Loaded, useLoad } from './useLoad';

/**
 * One version with its proof; loaded again when `revision` changes, with the old one on screen meanwhile.
 *
 * @internal
 */
export function useVersionDetail(
  chart: ChartKey,
  digest: string,
  revision: string,
): Loaded<VersionDetail> {
  const api = useApi(chartProvenanceApiRef);
  return useLoad(
    [chart.entityRef, chart.chartId, digest].join(' '),
    signal => api.getVersion(chart, digest, { signal }),
    revision,
  );
}
