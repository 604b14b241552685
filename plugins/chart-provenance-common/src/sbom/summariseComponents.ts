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
  return mostFrequent(counts).map(([licence, count]) => ({ licence, count }));
}

type Count = [licence: string | null, count: number];

/** Whoever writes an SBOM may name a licence of its own for each component; sorting all of them would take long. */
function mostFrequent(counts: Iterable<Count>): Count[] {
  const most: Count[] = [];
  for (const one of counts) {
    const last = most[MAX_LICENCES - 1];
    if (last === undefined || byFrequency(one, last) < 0) {
      const at = most.findIndex(other => byFrequency(one, other) < 0);
      most.splice(at < 0 ? most.length : at, 0, one);
      most.length = Math.min(most.length, MAX_LICENCES);
    }
  }
  return most;
}

function byFrequency([a, x]: Count, [b, y]: Count): number {
  return y - x || (String(a) < String(b) ? -1 : 1);
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
