import {
  GateDecision,
  GateLogQuery,
} from 'backstage-plugin-chart-provenance-common';
import { useMemo } from 'react';
import { isDay } from '../../format/dayText';
import { isDecision } from '../../format/gateWords';
import { Address, useAddress } from '../../hooks/useAddress';

const DAY_MS = 86_400_000;

/**
 * What of the log the address selects.
 *
 * @internal
 */
export interface GateAddress extends Pick<Address, 'search' | 'select'> {
  /** Id of the decision whose drawer is open. */
  decision: string | null;
  outcome: GateDecision['decision'] | null;
  environment: string | null;
  filter: string;
  /** Days, `YYYY-MM-DD`, both inclusive. */
  from: string | null;
  until: string | null;
  /** The chart that a link narrows the log to. */
  chartId: string | null;
  /** Something narrows the log. */
  narrowed: boolean;
  query: GateLogQuery;
}

/**
 * Changes that take every filter of the log away.
 *
 * @internal
 */
export const NO_FILTERS = {
  outcome: null,
  environment: null,
  filter: null,
  from: null,
  until: null,
  chart: null,
};

/**
 * Reads and writes the log's parameters in the address bar. What cannot be read there, from a mistyped link, is as none.
 *
 * @internal
 */
export function useGateAddress(): GateAddress {
  const { params, search, select } = useAddress();
  return useMemo(() => {
    const outcome = params.get('outcome');
    const found = {
      outcome: isDecision(outcome) ? outcome : null,
      environment: params.get('environment'),
      filter: params.get('filter') ?? '',
      from: dayOf(params.get('from')),
      until: dayOf(params.get('until')),
      chartId: params.get('chart'),
    };
    return {
      ...found,
      decision: params.get('decision'),
      narrowed: Object.values(found).some(Boolean),
      query: queryOf(found),
      search,
      select,
    };
  }, [params, search, select]);
}

function dayOf(text: string | null): string | null {
  return text && isDay(text) ? text : null;
}

function queryOf({
  outcome,
  environment,
  filter,
  from,
  until,
  chartId,
}: Pick<
  GateAddress,
  'outcome' | 'environment' | 'filter' | 'from' | 'until' | 'chartId'
>): GateLogQuery {
  return {
    ...(outcome && { decision: outcome }),
    ...(environment && { environment }),
    ...(filter && { filter }),
    ...(chartId && { chartId }),
    ...(from && { from: `${from}T00:00:00.000Z` }),
    // Until a day means with that day; the query's end is exclusive.
    ...(until && {
      until: new Date(
        Date.parse(`${until}T00:00:00.000Z`) + DAY_MS,
      ).toISOString(),
    }),
  };
}
