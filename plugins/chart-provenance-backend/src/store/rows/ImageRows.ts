/** Table `chart_images`. */
export interface ChartImagesRow {
  chart_id: string;
  digest: string;
  /** JSON */
  archive: string | null;
  /** JSON */
  chosen: string;
  result_hash: string;
  read_at: string;
}

/** Table `image_uses`. */
export interface ImageUseRow {
  chart_id: string;
  digest: string;
  position: number;
  name: string;
  tag: string | null;
  image_digest: string | null;
  written: string;
}

/** Table `image_repositories`. */
export interface ImageRepositoryRow {
  name: string;
  work_key: string;
}

/** Table `image_verdicts`. */
export interface ImageVerdictRow {
  name: string;
  reference: string;
  digest: string | null;
  /** JSON */
  verdict: string | null;
  policy: string;
  inputs_hash: string | null;
  checked_at: string | null;
  attempted_at: string;
  /** JSON */
  problem: string | null;
}
