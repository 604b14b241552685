import { useApi } from '@backstage/core-plugin-api';
import { EntityProvenance } from 'backstage-plugin-chart-provenance-common';
import useInterval from 'react-use/esm/useInterval';
import { chartProvenanceApiRef } from '../api';
import { Loaded, useLoad } from './useLoad';

/** Fast enough to watch the progress of a first indexing. */
const PROGRESS_MS = 5_000;

/**
 * The charts of an entity. Looks again by itself while a chart is indexed for the first time.
 *
 * @internal
 */
export function useEntityProvenance(
  entityRef: string,
): Loaded<EntityProvenance> {
  const api = useApi(chartProvenanceApiRef);
  const loaded = useLoad(entityRef, signal =>
    api.getEntity(entityRef, { signal }),
  );
  const indexing = loaded.value?.charts.some(
    chart => chart.state === 'firstIndexing',
  );
  useInterval(loaded.reload, indexing ? PROGRESS_MS : null);
  return loaded;
}
