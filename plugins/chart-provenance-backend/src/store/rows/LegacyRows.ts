/** Table `legacy_repositories`. */
export interface LegacyRepositoryRow {
  url: string;
  configured: boolean | number;
  method: string | null;
  validator: string | null;
  last_attempt_at: string | null;
  last_success_at: string | null;
  problem: string | null;
  failing_since: string | null;
  gone_since: string | null;
  gone_seen_at: string | null;
  entry_problems: string;
  entry_problem_count: number;
  /** PostgreSQL answers a bigint as text. */
  bytes: number | string | null;
}

/** Table `legacy_versions`. */
export interface LegacyVersionRow {
  legacy_id: string;
  version: string;
  url: string;
  name: string;
  digest: string | null;
  created: string | null;
  archive_url: string | null;
  deprecated: boolean | number;
  present: boolean | number;
  first_seen_at: string;
  vanished_at: string | null;
}

/** Table `chart_legacy`. */
export interface ChartLegacyRow {
  chart_id: string;
  legacy_id: string;
  url: string;
  name: string;
  known_by: 'rule' | 'claim';
}
