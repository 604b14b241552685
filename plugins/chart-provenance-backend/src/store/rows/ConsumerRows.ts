/** Table `consumer_sources`. */
export interface ConsumerSourceRow {
  source_id: string;
  provider: string;
  work_key: string;
  title: string;
  cluster: string | null;
  unreadable: string | null;
  listing_problem: string | null;
  listing_failing_since: string | null;
  last_attempt_at: string | null;
  read_at: string | null;
  last_success_at: string | null;
  problem: string | null;
  failing_since: string | null;
  documents: string;
  document_problems: number;
  result_hash: string | null;
}

/** Table `consumers`. */
export interface ConsumerTableRow {
  id: string;
  source_id: string;
  chart_id: string | null;
  registry: string | null;
  repository: string | null;
  legacy_id: string | null;
  legacy_url: string | null;
  legacy_name: string | null;
  environment: string | null;
  cluster: string | null;
  /** An `ObservedConsumer`. */
  reading: string;
  labels: string;
  result_hash: string;
  first_seen_at: string;
  stale: boolean | number;
  seen_at: string | null;
}

/** Table `consumer_owner_keys`. */
export interface ConsumerOwnerKeyRow {
  consumer_id: string;
  rank: number;
  key: string;
  entity_ref: string | null;
}
