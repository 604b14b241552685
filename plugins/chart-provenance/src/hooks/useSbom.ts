import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike } from '@backstage/errors';
import { SbomPage, SbomRow } from 'backstage-plugin-chart-provenance-common';
import { useEffect, useMemo, useRef } from 'react';
import { ChartKey, chartProvenanceApiRef } from '../api';
import { useLoad } from './useLoad';
import { MorePages, useMorePages } from './useMorePages';
import { SbomSelection } from './useSelection';

const PAGE_SIZE = 200;

/**
 * The SBOM of a version as far as it is loaded.
 *
 * @internal
 */
export interface Sbom {
  /** What the first page says: documents, counts. Of the selection before, while another one is loaded. */
  page?: SbomPage;
  /** The selection changed, and what is shown is not it yet. */
  changing: boolean;
  rows: SbomRow[];
  /** The pages after the first. */
  pages: Omit<MorePages<SbomRow>, 'rows'>;
  /** Why nothing of the selection could be had. */
  error?: ErrorLike;
  reload(): void;
}

/**
 * Loads what is selected of a version's SBOM, the first page at once and the others when they are asked for. Loaded anew when `revision`
 * changes.
 *
 * @internal
 */
export function useSbom(
  chart: ChartKey,
  digest: string,
  selection: SbomSelection,
  revision: string,
): Sbom {
  const api = useApi(chartProvenanceApiRef);
  const version = [chart.entityRef, chart.chartId, digest].join(' ');
  const query = { ...selection, limit: PAGE_SIZE };
  const { value, error, reload } = useLoad(
    JSON.stringify([version, query]),
    signal => api.getSbom(chart, digest, query, { signal }),
    revision,
  );
  const pages = useMorePages(value, (cursor, signal) =>
    api.getSbom(chart, digest, { ...query, cursor }, { signal }),
  );
  const before = useRef<{ version: string; page: SbomPage }>();
  useEffect(() => {
    if (value) {
      before.current = { version, page: value };
    }
  }, [value, version]);
  const kept =
    before.current?.version === version ? before.current.page : undefined;
  const page = value ?? kept;
  const rows = useMemo(
    () => [...(page?.items ?? []), ...(value ? pages.rows : [])],
    [page, value, pages.rows],
  );
  return { page, changing: !value && !error, rows, pages, error, reload };
}
