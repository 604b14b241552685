import { TrustPolicy } from 'backstage-plugin-chart-provenance-common';
import { StoreContext } from './reads/StoreContext';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Under several policies the shortest `maxStalenessMs` counts, since all of them must be met. Where none of
 * the names is configured it is a day: even "there is no signature" must not be said of an old look.
 */
export function strictestStaleness(
  policies: readonly TrustPolicy[],
): StoreContext['maxStalenessOf'] {
  const byName = new Map(
    policies.map(({ name, maxStalenessMs }) => [name, maxStalenessMs]),
  );
  return names => {
    const known = names.flatMap(name => byName.get(name) ?? []);
    return known.length > 0 ? Math.min(...known) : DAY_MS;
  };
}
