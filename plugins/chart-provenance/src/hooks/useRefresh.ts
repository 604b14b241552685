import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike, toError } from '@backstage/errors';
import { useCallback, useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { ChartKey, chartProvenanceApiRef } from '../api';

const LOOK_MS = 3_000;
const MAX_LOOKS = 40;

/**
 * Asking for a chart to be looked at now.
 *
 * @internal
 */
export interface Refresh {
  /** Asked, and the index has not looked yet. */
  waiting: boolean;
  error?: ErrorLike;
  refresh(): void;
}

/**
 * Asks for a refresh, then calls `reload` every few seconds until `lastAttemptAt` moves on, for two minutes at most.
 *
 * @internal
 */
export function useRefresh(
  { entityRef, chartId }: ChartKey,
  lastAttemptAt: string | null,
  reload: () => void,
): Refresh {
  const api = useApi(chartProvenanceApiRef);
  const [asked, setAsked] = useState<{
    chartId: string;
    before: string | null;
    looks: number;
  }>();
  const [failure, setFailure] = useState<{
    chartId: string;
    error: ErrorLike;
  }>();
  const waiting =
    asked?.chartId === chartId &&
    asked.before === lastAttemptAt &&
    asked.looks < MAX_LOOKS;

  useInterval(
    () => {
      setAsked(state => state && { ...state, looks: state.looks + 1 });
      reload();
    },
    waiting ? LOOK_MS : null,
  );

  const refresh = useCallback(async () => {
    setFailure(undefined);
    setAsked({ chartId, before: lastAttemptAt, looks: 0 });
    try {
      await api.refresh({ entityRef, chartId });
    } catch (error) {
      setAsked(undefined);
      setFailure({ chartId, error: toError(error) });
    }
  }, [api, entityRef, chartId, lastAttemptAt]);

  return {
    waiting,
    error: failure?.chartId === chartId ? failure.error : undefined,
    refresh,
  };
}
