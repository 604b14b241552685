import {
  tagPromises,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';

/**
 * How a version stands that was published more than once: `changed` holds the version's tag now, `replaced` no longer does.
 *
 * @internal
 */
export type SameVersion = 'changed' | 'replaced';

/**
 * Versions under whose name different chart bytes were published, by manifest digest. The same bytes under a new manifest do
 * not count; unknown bytes do, because what cannot be compared is not harmless.
 *
 * @internal
 */
export function sameVersions(
  rows: readonly VersionRow[],
): ReadonlyMap<string, SameVersion> {
  const byVersion = new Map<string, VersionRow[]>();
  for (const row of rows) {
    byVersion.set(row.version, [...(byVersion.get(row.version) ?? []), row]);
  }
  const twins = [...byVersion.values()].filter(
    group =>
      new Set(group.map(row => row.chartLayerDigest ?? row.digest)).size > 1,
  );
  return new Map(
    twins
      .flat()
      .map(row => [row.digest, holdsTag(row) ? 'changed' : 'replaced']),
  );
}

function holdsTag({ tags, version }: VersionRow): boolean {
  return tags.some(({ tag }) => tagPromises(tag, version));
}
