/** Table `registry_listings`. */
export interface RegistryListingRow {
  host: string;
  method: string | null;
  last_attempt_at: string | null;
  last_success_at: string | null;
  problem: string | null;
  failing_since: string | null;
}

/** Table `listed_repositories`. */
export interface ListedRepositoryRow {
  chart_id: string;
  registry: string;
  repository: string;
  present: boolean | number;
  first_seen_at: string;
}

/** Table `mappings`. */
export interface MappingRow {
  /** PostgreSQL answers a bigint as text. */
  id: number | string;
  chart_id: string;
  registry: string;
  repository: string;
  entity_ref: string | null;
  by: string;
  at: string;
}
