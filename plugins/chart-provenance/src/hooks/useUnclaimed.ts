import { useApi } from '@backstage/core-plugin-api';
import { InventoryPage } from 'backstage-plugin-chart-provenance-common';
import { useCallback, useState } from 'react';
import { chartProvenanceApiRef } from '../api';
import { Loaded, useLoad } from './useLoad';

const PAGE_SIZE = 50;

const NONE: string[] = [];

/**
 * One page of the charts that nobody owns, and the way to the others.
 *
 * @internal
 */
export interface Unclaimed extends Loaded<InventoryPage> {
  /** Counted from one. */
  page: number;
  /** Goes there; absent on the last page. */
  next?: () => void;
  /** Goes there; absent on the first page. */
  previous?: () => void;
}

/**
 * Pages through the charts that nobody owns. Another filter starts at the first page.
 *
 * @internal
 */
export function useUnclaimed(filter: string): Unclaimed {
  const api = useApi(chartProvenanceApiRef);
  /** Cursors of the pages after the first, as far as they were visited; they belong to one filter. */
  const [visited, setVisited] = useState({ filter, cursors: NONE });
  const cursors = visited.filter === filter ? visited.cursors : NONE;
  const cursor = cursors[cursors.length - 1];
  const loaded = useLoad(JSON.stringify([filter, cursor]), signal =>
    api.listUnclaimed(
      { filter: filter || undefined, cursor, limit: PAGE_SIZE },
      { signal },
    ),
  );
  const following = loaded.value?.nextCursor;
  const next = useCallback(
    () => following && setVisited({ filter, cursors: [...cursors, following] }),
    [filter, cursors, following],
  );
  const previous = useCallback(
    () => setVisited({ filter, cursors: cursors.slice(0, -1) }),
    [filter, cursors],
  );
  return {
    ...loaded,
    page: cursors.length + 1,
    next: following ? next : undefined,
    previous: cursors.length > 0 ? previous : undefined,
  };
}
