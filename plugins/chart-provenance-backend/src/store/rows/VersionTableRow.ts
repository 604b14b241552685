/** Table `versions`. */
export interface VersionTableRow {
  chart_id: string;
  digest: string;
  descriptor: string;
  name: string;
  version: string;
  app_version: string | null;
  chart_layer_digest: string | null;
  provenance_layer: string | null;
  published_at: string | null;
  prerelease: boolean | number;
  sort_key: string;
  search: string;
  facts: string;
  problem: string | null;
  undecoded: string | null;
  tagged: boolean | number;
  referrers_read_at: string | null;
  first_seen_at: string;
}
