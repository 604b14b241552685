import {
  VerdictStatus,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';

/**
 * What the reader asked to see.
 *
 * @internal
 */
export interface VersionFilter {
  status: VerdictStatus | null;
  /** Substring of version, tag or digest, case-insensitive. */
  text: string;
  prereleases: boolean;
}

/**
 * The rows that match, in their order.
 *
 * @internal
 */
export function filterVersions(
  rows: VersionRow[],
  filter: VersionFilter,
): VersionRow[] {
  const text = filter.text.trim().toLocaleLowerCase('en-US');
  return rows.filter(
    row =>
      (!filter.status || row.verdict.status === filter.status) &&
      (filter.prereleases || !row.prerelease) &&
      (!text || matches(row, text)),
  );
}

function matches(row: VersionRow, text: string): boolean {
  return [row.version, row.digest, ...row.tags.map(({ tag }) => tag)].some(
    value => value.toLocaleLowerCase('en-US').includes(text),
  );
}
