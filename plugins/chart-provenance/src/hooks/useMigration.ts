import { useApi } from '@backstage/core-plugin-api';
import {
  MigrationPlan,
  MigrationState,
  SignOffRequest,
} from 'backstage-plugin-chart-provenance-common';
import { useCallback, useState } from 'react';
import { ChartKey, chartProvenanceApiRef } from '../api';
import { Loaded, useLoad } from './useLoad';

/**
 * The migration of a chart, and what changes it.
 *
 * @internal
 */
export interface Migration extends Loaded<MigrationState> {
  /** Rejects as the API does; on success the state that follows is shown. */
  signOff(checkId: string, request: SignOffRequest): Promise<void>;
  /** Likewise. */
  setPlan(plan: MigrationPlan): Promise<void>;
}

/**
 * Loads the migration of a chart. What a sign-off or a plan answers takes the place of what was loaded, until it is loaded again.
 *
 * @internal
 */
export function useMigration({ entityRef, chartId }: ChartKey): Migration {
  const api = useApi(chartProvenanceApiRef);
  const key = `${entityRef} ${chartId}`;
  const loaded = useLoad(key, signal =>
    api.getMigration({ entityRef, chartId }, { signal }),
  );
  const [answered, setAnswered] = useState<{
    after: MigrationState | undefined;
    key: string;
    state: MigrationState;
  }>();
  const latest = loaded.value;
  const accept = useCallback(
    (state: MigrationState) => setAnswered({ after: latest, key, state }),
    [latest, key],
  );
  const signOff = useCallback(
    async (checkId: string, request: SignOffRequest) =>
      accept(await api.signOff({ entityRef, chartId }, checkId, request)),
    [api, entityRef, chartId, accept],
  );
  const setPlan = useCallback(
    async (plan: MigrationPlan) =>
      accept(await api.setPlan({ entityRef, chartId }, plan)),
    [api, entityRef, chartId, accept],
  );
  const newer = answered?.key === key && answered.after === latest;
  return {
    ...loaded,
    value: newer ? answered.state : latest,
    signOff,
    setPlan,
  };
}
