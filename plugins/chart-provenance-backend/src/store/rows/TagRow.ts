import { TagChange } from '../types';

/** Table `tags`. */
export interface TagRow {
  chart_id: string;
  tag: string;
  digest: string;
  present: boolean | number;
  moves: number;
  change: TagChange;
  rolled_back_from: string | null;
  resolved_at: string;
}

/** Table `tag_observations`. */
export interface TagObservationRow {
  /** PostgreSQL answers a bigint as text. */
  id: number | string;
  chart_id: string;
  tag: string;
  digest: string;
  version: string | null;
  chart_layer_digest: string | null;
  change: TagChange;
  seen_at: string;
  previous_seen_at: string | null;
}
