import {
  ConsumerRow,
  PinKind,
  SbomQuery,
  VerdictStatus,
} from 'backstage-plugin-chart-provenance-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { isPinKind } from '../format/consumerWords';
import { isSbomChange, isSbomKind } from '../format/sbomWords';
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
  /** Part of the drawer to go to, as it stands there. */
  part: string | null;
  /** Piece of evidence in the drawer to go to. */
  evidence: string | null;
  /** What of its SBOM is shown. */
  sbom: SbomSelection;
  /** Name or digest of the container image in the drawer that is asked after. */
  image: string | null;
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
 * What is shown of a version's SBOM.
 *
 * @internal
 */
export type SbomSelection = Pick<
  SbomQuery,
  'evidence' | 'against' | 'filter' | 'licence' | 'kind' | 'change'
>;

/**
 * Changes that close the drawer of a version and leave nothing of it behind.
 *
 * @internal
 */
export const DRAWER_CLOSED = {
  version: null,
  part: null,
  evidence: null,
  sbom: null,
  against: null,
  component: null,
  licence: null,
  kind: null,
  change: null,
  image: null,
} satisfies SelectionChanges;

/**
 * Parameters of the address bar to set, or to remove with null.
 *
 * @internal
 */
export type SelectionChanges = Partial<
  Record<
    | 'chart'
    | 'version'
    | 'part'
    | 'evidence'
    | 'sbom'
    | 'against'
    | 'component'
    | 'licence'
    | 'kind'
    | 'change'
    | 'status'
    | 'filter'
    | 'prereleases'
    | 'consumer'
    | 'environment'
    | 'pin'
    | 'from'
    | 'runs'
    | 'view'
    | 'parity'
    | 'snippet'
    | 'image',
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
      part: params.get('part'),
      evidence: params.get('evidence'),
      sbom: sbomSelection(params),
      image: params.get('image'),
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

/** A kind or change that nobody knows, from a mistyped link, is as none. */
function sbomSelection(params: URLSearchParams): SbomSelection {
  const kind = params.get('kind');
  const change = params.get('change');
  return {
    evidence: params.get('sbom') ?? undefined,
    against: params.get('against') ?? undefined,
    filter: params.get('component') ?? undefined,
    licence: params.get('licence') ?? undefined,
    kind: isSbomKind(kind) ? kind : undefined,
    change: isSbomChange(change) ? change : undefined,
  };
}

function changed(
  params: URLSearchParams,
  changes: SelectionChanges,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    // An empty licence is a choice: components that say none.
    if (value || (name === 'licence' && value === '')) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
  }
  return next;
}
