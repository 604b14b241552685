import { useApi } from '@backstage/core-plugin-api';
import { ConsumerList } from 'backstage-plugin-chart-provenance-common';
import { ChartKey, chartProvenanceApiRef } from '../api';
import { Loaded, useLoad } from './useLoad';

/**
 * Who deploys or depends on a chart.
 *
 * @internal
 */
export function useConsumers(chart: ChartKey): Loaded<ConsumerList> {
  const api = useApi(chartProvenanceApiRef);
  return useLoad(`${chart.entityRef} ${chart.chartId}`, signal =>
    api.listConsumers(chart, { signal }),
  );
}
