import {
  applyFreshness,
  FreshnessInput,
  isStale,
  Verdict,
  VerdictStatus,
} from 'backstage-plugin-chart-provenance-common';
import { chartRecordOf, policiesOf } from '../chartRecordOf';
import { Database } from '../database';
import { countByStatus } from '../operations/version/countByStatus';
import { countOnRoots } from '../operations/version/countOnRoots';
import { findNewestVersion } from '../operations/version/findNewestVersion';
import { StatusMatch } from '../operations/version/matchingVersions';
import { rootsIn } from '../rootsColumn';
import { ChartRow, fromNullableJson, VerdictRow } from '../rows';
import { StoredReason } from '../types';
import { StoreContext } from './StoreContext';

const STATUSES: readonly VerdictStatus[] = [
  'verified',
  'rejected',
  'unsigned',
  'indeterminate',
];

/**
 * How a chart's stored verdicts are to be shown now. The same for all of its versions, so that SQL can filter and count by
 * stored status.
 */
export interface ChartView {
  chartId: string;
  stale: boolean;
  /** Stale, or decided by rules that are no longer the operator's: nothing is shown as verified or unsigned. */
  doubtful: boolean;
  freshness: FreshnessInput;
  newestDigest: string | null;
}

/** Judges a chart's freshness at this moment. */
export async function viewOf(
  context: StoreContext,
  row: ChartRow,
): Promise<ChartView> {
  const newest = await findNewestVersion(context.database, row.chart_id);
  const freshness = freshnessInputOf(context, row);
  const { lastSuccessAt, maxStalenessMs, now, judgedOtherwise } = freshness;
  const stale = isStale(lastSuccessAt, maxStalenessMs, now);
  return {
    chartId: row.chart_id,
    stale,
    doubtful: stale || judgedOtherwise === true,
    freshness,
    newestDigest: newest?.digest ?? null,
  };
}

/** How fresh what is stored of a chart is at this moment, for `applyFreshness`. */
export function freshnessInputOf(
  context: StoreContext,
  row: ChartRow,
): FreshnessInput {
  return {
    judgedOtherwise:
      context.judgedWith !== undefined &&
      row.judge_hash !== context.judgedWith(),
    lastSuccessAt: row.last_success_at,
    maxStalenessMs: context.maxStalenessOf(policiesOf(chartRecordOf(row))),
    now: context.now().toISOString(),
    problem: fromNullableJson<StoredReason>(row.problem),
    rootsStale: context.rootsStale(),
  };
}

/** The verdict as of now. */
export function shownVerdict(verdict: Verdict, view: ChartView): Verdict {
  return applyFreshness(verdict, view.freshness);
}

/** What a stored status is shown as: the rule of `applyFreshness`, for counting and filtering without reading verdicts. */
export function shownStatus(
  { status, roots }: Pick<VerdictRow, 'status' | 'roots'>,
  view: Pick<ChartView, 'doubtful' | 'freshness'>,
): VerdictStatus {
  const onStale =
    status === 'verified' &&
    rootsIn(roots).some(root => staleRootsOf(view).includes(root));
  return onStale ? 'indeterminate' : shownWithoutRoots(status, view);
}

/** Counts by stored status, turned into counts as of now. */
export async function shownCounts(
  database: Database,
  view: ChartView,
): Promise<Record<VerdictStatus, number>> {
  const [stored, onStale] = await Promise.all([
    countByStatus(database, view.chartId),
    countOnRoots(database, view.chartId, staleRootsOf(view)),
  ]);
  const counts = {
    ...stored,
    verified: stored.verified - onStale,
    indeterminate: stored.indeterminate + onStale,
  };
  const shown = { verified: 0, rejected: 0, unsigned: 0, indeterminate: 0 };
  for (const status of STATUSES) {
    shown[shownWithoutRoots(status, view)] += counts[status];
  }
  return shown;
}

/** The stored verdicts that are shown as `status` now; undefined means all, an empty list none. */
export function storedStatuses(
  status: VerdictStatus | undefined,
  view: ChartView,
): StatusMatch | undefined {
  return status === undefined
    ? undefined
    : {
        statuses: STATUSES.filter(
          stored => shownWithoutRoots(stored, view) === status,
        ),
        // Of a doubtful chart none is shown as verified, whatever it stands on.
        staleRoots: view.doubtful ? [] : staleRootsOf(view),
      };
}

function staleRootsOf({ freshness }: Pick<ChartView, 'freshness'>): string[] {
  return (freshness.rootsStale ?? []).map(({ id }) => id);
}

function shownWithoutRoots(
  status: VerdictStatus,
  view: Pick<ChartView, 'doubtful'>,
): VerdictStatus {
  return view.doubtful && status !== 'rejected' ? 'indeterminate' : status;
}
