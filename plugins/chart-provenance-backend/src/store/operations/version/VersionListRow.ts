import { VerdictRow, VersionTableRow } from '../../rows';

/** A version with its verdict; the verdict's columns are null while it was never judged. */
export type VersionListRow = Pick<
  VersionTableRow,
  | 'chart_id'
  | 'digest'
  | 'name'
  | 'version'
  | 'app_version'
  | 'chart_layer_digest'
  | 'published_at'
  | 'prerelease'
  | 'sort_key'
  | 'first_seen_at'
> & {
  [Column in 'verdict' | 'sbom' | 'provenance']: VerdictRow[Column] | null;
};

/** The columns of a {@link VersionListRow}, for a query over `versions` joined with `verdicts`. */
export const VERSION_LIST_COLUMNS = [
  'versions.chart_id',
  'versions.digest',
  'versions.name',
  'versions.version',
  'versions.app_version',
  'versions.chart_layer_digest',
  'versions.published_at',
  'versions.prerelease',
  'versions.sort_key',
  'versions.first_seen_at',
  'verdicts.verdict',
  'verdicts.sbom',
  'verdicts.provenance',
];
