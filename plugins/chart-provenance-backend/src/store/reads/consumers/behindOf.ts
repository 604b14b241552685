import {
  compareVersions,
  ConsumerReading,
  tagToVersion,
} from 'backstage-plugin-chart-provenance-common';
import { versionSortKey } from '../../versionSortKey';
import { ChartUse } from './ChartUse';

/**
 * How many releases are newer than what runs or, when nothing is known to run, than what is wanted. Pre-releases, versions that no tag names any
 * more, and versions that differ in build metadata only do not count. Null when it cannot be told: no release is known, or the reference
 * names no one version.
 *
 * @param listed - sort keys of further releases, e.g. of those in the legacy repository the consumer uses
 */
export function behindOf(
  { runs, wants }: Pick<ConsumerReading, 'runs' | 'wants'>,
  chart: ChartUse | undefined,
  listed: readonly string[] = [],
): number | null {
  const releases = new Set(listed);
  for (const mark of chart?.versions.values() ?? []) {
    if (mark.tagged && !mark.prerelease) {
      releases.add(mark.sort_key);
    }
  }
  const isRunning = runs !== null && (runs.digest ?? runs.version) !== null;
  const base = sortKeyOf(isRunning ? runs : wants, chart);
  return base === undefined || releases.size === 0
    ? null
    : [...releases].filter(key => key > base).length;
}

/** The digest wins: with one that is not known here, a version beside it says nothing. */
function sortKeyOf(
  { version, digest }: ConsumerReading['wants'],
  chart: ChartUse | undefined,
): string | undefined {
  if (digest !== null) {
    return chart?.versions.get(digest)?.sort_key;
  }
  const named = version === null ? '' : tagToVersion(version);
  return compareVersions(named, named) === undefined
    ? undefined
    : versionSortKey(named);
}
