import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike } from '@backstage/errors';
import { VersionRow } from 'backstage-plugin-chart-provenance-common';
import { useCallback, useEffect, useState } from 'react';
import { ChartKey, chartProvenanceApiRef } from '../api';
import { loadVersions } from './loadVersions';

/**
 * The versions of a chart, as far as they are loaded.
 *
 * @internal
 */
export interface Versions {
  rows: VersionRow[];
  /** All versions of the chart; 0 until the first page is there. */
  total: number;
  /** No more pages are coming by themselves. */
  settled: boolean;
  /** Why the rest is missing, if it is. The rows before it are shown. */
  error?: ErrorLike;
  reload(): void;
}

type Progress = Omit<Versions, 'reload'>;

const NOTHING_YET: Progress = { rows: [], total: 0, settled: false };

/**
 * Loads all versions of a chart in the background, page by page, so that scrolling and filtering never wait. When only
 * `revision` changes, the rows on screen stay until the new ones are complete.
 *
 * @internal
 */
export function useVersions(
  { entityRef, chartId }: ChartKey,
  revision: string,
): Versions {
  const api = useApi(chartProvenanceApiRef);
  const key = `${entityRef} ${chartId}`;
  const [state, setState] = useState({ key, progress: NOTHING_YET });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const controller = new AbortController();
    const publish = (progress: Progress) => {
      if (!controller.signal.aborted) {
        setState(previous => ({
          key,
          progress: withoutLoss(
            previous.key === key ? previous.progress : NOTHING_YET,
            progress,
          ),
        }));
      }
    };
    loadVersions(api, { entityRef, chartId }, publish, controller.signal);
    return () => controller.abort();
  }, [api, entityRef, chartId, key, revision, attempt]);

  const reload = useCallback(() => setAttempt(n => n + 1), []);
  return { ...(state.key === key ? state.progress : NOTHING_YET), reload };
}

/** Neither a look that is not complete yet nor one that failed takes away rows that are already on screen. */
function withoutLoss(shown: Progress, next: Progress): Progress {
  const complete = next.settled && !next.error;
  return complete || next.rows.length >= shown.rows.length
    ? next
    : { ...shown, settled: shown.settled || next.settled, error: next.error };
}
