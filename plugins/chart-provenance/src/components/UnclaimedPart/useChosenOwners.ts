import { UnclaimedChart } from 'backstage-plugin-chart-provenance-common';
import { useCallback, useState } from 'react';

/**
 * A chart that was selected, and the entity it is to be given to; null where it can only be configured.
 *
 * @internal
 */
export interface ChosenOwner {
  chart: UnclaimedChart;
  entityRef: string | null;
}

/**
 * What is selected. It stays over pages and filters.
 *
 * @internal
 */
export interface ChosenOwners {
  chosen: ReadonlyMap<string, ChosenOwner>;
  /** Selects a chart for an entity, or for its snippet alone. */
  choose(chart: UnclaimedChart, entityRef: string | null): void;
  drop(id: string): void;
  clear(): void;
}

/**
 * Keeps which charts are selected, and for whom.
 *
 * @internal
 */
export function useChosenOwners(): ChosenOwners {
  const [chosen, setChosen] = useState<ReadonlyMap<string, ChosenOwner>>(
    new Map(),
  );
  const choose = useCallback(
    (chart: UnclaimedChart, entityRef: string | null) =>
      setChosen(
        previous => new Map([...previous, [chart.id, { chart, entityRef }]]),
      ),
    [],
  );
  const drop = useCallback(
    (id: string) =>
      setChosen(
        previous => new Map([...previous].filter(([other]) => other !== id)),
      ),
    [],
  );
  const clear = useCallback(() => setChosen(new Map()), []);
  return { chosen, choose, drop, clear };
}
