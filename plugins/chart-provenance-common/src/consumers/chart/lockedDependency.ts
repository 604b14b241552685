import { satisfies, validRange } from 'semver';
import { compareVersions } from '../../tags/versions';
import { at } from '../json';

/** A dependency as Chart.yaml has it. */
export interface WantedDependency {
  /** Place in the list. */
  index: number;
  name: string;
  repository: string;
  version: string | undefined;
}

/** What Chart.lock says of a dependency. */
export type LockedDependency =
  | { kind: 'none' }
  | { kind: 'out-of-date' }
  | { kind: 'locked'; version: string; repository: string };

/** A repository by the name that somebody's machine has for it. */
export function isAlias(repository: string): boolean {
  return /^@|^alias:/.test(repository);
}

/**
 * Finds a dependency in Chart.lock, which Helm writes in the order of Chart.yaml, with the URL for an alias.
 *
 * @see https://github.com/helm/helm/blob/v4.2.4/internal/resolver/resolver.go
 */
export function lockedDependency(
  lock: unknown,
  wanted: WantedDependency,
): LockedDependency {
  if (lock === undefined || lock === null) {
    return { kind: 'none' };
  }
  const entries = at(lock, 'dependencies');
  const entry: unknown = Array.isArray(entries)
    ? entries[wanted.index]
    : undefined;
  const version = at(entry, 'version');
  const repository = at(entry, 'repository');
  const fits =
    at(entry, 'name') === wanted.name &&
    typeof repository === 'string' &&
    (repository === wanted.repository || isAlias(wanted.repository)) &&
    typeof version === 'string' &&
    versionFits(version, wanted.version);
  return fits
    ? { kind: 'locked', version, repository }
    : { kind: 'out-of-date' };
}

/** False only when it certainly does not fit: what this library cannot read as a range counts as fitting. */
function versionFits(locked: string, wanted: string | undefined): boolean {
  if (compareVersions(locked, locked) === undefined) {
    return false;
  }
  if (wanted === undefined || wanted.length > 256) {
    return true;
  }
  const range = wanted.replaceAll(',', ' ');
  return (
    validRange(range) === null ||
    satisfies(locked, range, { includePrerelease: true })
  );
}
