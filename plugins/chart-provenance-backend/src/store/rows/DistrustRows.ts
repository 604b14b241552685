/** Table `distrusted_versions`. */
export interface DistrustedVersionRow {
  chart_id: string;
  digest: string;
  entry_id: string;
}

/** Table `distrust_seen`. */
export interface DistrustSeenRow {
  entry_id: string;
  entry_hash: string;
  seen_at: string;
}
