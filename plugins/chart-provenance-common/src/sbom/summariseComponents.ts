import { SbomChange, SbomComponent, SbomPage, SbomRow } from '../api/sbomTypes';

const MAX_LICENCES = 50;

/**
 * How many components have each licence, most frequent first; those that say none count as `null`. At most 50.
 *
 * @public
 */
export function countLicences(
  components: readonly SbomComponent[],
): SbomPage['licences'] {
  const counts = new Map<string | null, number>();
  for (const { licences } of components) {
    const said =
      licences.length > 0 ? new Set<string | null>(licences) : [null];
    for (const licence of said) {
      counts.set(licence, (counts.get(licence) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (String(a) < String(b) ? -1 : 1))
    .slice(0, MAX_LICENCES)
    .map(([licence, count]) => ({ licence, count }));
}

/**
 * How many components are of each kind.
 *
 * @public
 */
export function countKinds(
  components: readonly SbomComponent[],
): SbomPage['kinds'] {
  const counts = { package: 0, image: 0, chart: 0, other: 0 };
  components.forEach(({ kind }) => (counts[kind] += 1));
  return counts;
}

/**
 * How many rows are of each change; those that were not compared count nowhere.
 *
 * @public
 */
export function countChanges(
  rows: readonly SbomRow[],
): Record<SbomChange, number> {
  const counts = { added: 0, removed: 0, changed: 0, same: 0 };
  rows.forEach(({ change }) => {
    if (change !== null) {
      counts[change] += 1;
    }
  });
  return counts;
}
