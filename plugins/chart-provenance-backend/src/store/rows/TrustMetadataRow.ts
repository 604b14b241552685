/** Table `trust_metadata`. PostgreSQL answers a bigint as text. */
export interface TrustMetadataRow {
  source: string;
  root_id: string;
  first_seen_at: string;
  metadata: string | null;
  trusted_root: string | null;
  material_hash: string | null;
  root_version: number | string | null;
  timestamp_version: number | string | null;
  signed_since: string | null;
  clock_seen_at: string;
  last_success_at: string | null;
  last_attempt_at: string | null;
  next_try_at: string | null;
  problem: string | null;
  failing_since: string | null;
}
