import {
  ConsumerRow,
  PinKind,
  VerdictStatus,
} from 'backstage-plugin-chart-provenance-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { isPinKind } from '../format/consumerWords';
import { isVerdictStatus } from '../format/verdictWord';
import { RunsFilter } from './filterConsumers';

/**
 * What the address bar selects, so that every view can be sent to a colleague.
 *
 * @internal
 */
export interface Selection {
  chartId: string | null;
  /** Manifest digest of the version whose drawer is open. */
  version: string | null;
  status: VerdictStatus | null;
  filter: string;
  prereleases: boolean;
  /** Id of the consumer whose drawer is open. */
  consumer: string | null;
  environment: string | null;
  pin: PinKind | null;
  from: ConsumerRow['from'] | null;
  /** Consumers by what is known of the bytes they run. */
  runs: RunsFilter | null;
  view: 'list' | 'tree';
  /** State that the parity table is narrowed to, as it stands there. */
  parity: string | null;
  /** The query string with some parameters changed (null removes one), for links. */
  search(changes: SelectionChanges): string;
  /** Goes there. `replace` leaves no step in the browser's history. */
  select(changes: SelectionChanges, options?: { replace?: boolean }): void;
}

/**
 * Parameters of the address bar to set, or to remove with null.
 *
 * @internal
 */
export type SelectionChanges = Partial<
  Record<
    | 'chart'
    | 'version'
    | 'status'
    | 'filter'
    | 'prereleases'
    | 'consumer'
    | 'environment'
    | 'pin'
    | 'from'
    | 'runs'
    | 'view'
    | 'parity',
    string | null
  >
>;

/**
 * Reads and writes the selection in the address bar.
 *
 * @internal
 */
export function useSelection(): Selection {
  const [params, setParams] = useSearchParams();
  const search = useCallback(
    (changes: SelectionChanges) => `?${changed(params, changes)}`,
    [params],
  );
  const select = useCallback(
    (changes: SelectionChanges, options?: { replace?: boolean }) =>
      setParams(previous => changed(previous, changes), options),
    [setParams],
  );
  return useMemo(() => {
    const status = params.get('status');
    const pin = params.get('pin');
    const from = params.get('from');
    const runs = params.get('runs');
    return {
      chartId: params.get('chart'),
      version: params.get('version'),
      status: isVerdictStatus(status) ? status : null,
      filter: params.get('filter') ?? '',
      prereleases: params.get('prereleases') !== 'false',
      consumer: params.get('consumer'),
      environment: params.get('environment'),
      pin: isPinKind(pin) ? pin : null,
      from: from === 'oci' || from === 'legacy' ? from : null,
      runs: isVerdictStatus(runs) || runs === 'unknown' ? runs : null,
      view: params.get('view') === 'tree' ? 'tree' : 'list',
      parity: params.get('parity'),
      search,
      select,
    };
  }, [params, search, select]);
}

function changed(
  params: URLSearchParams,
  changes: SelectionChanges,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
  }
  return next;
}
