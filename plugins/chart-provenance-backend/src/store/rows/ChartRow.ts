import { ChartState } from 'backstage-plugin-chart-provenance-common';
import { KnownBy } from '../types';

/** Table `charts`. Structured columns hold JSON text, times ISO text. */
export interface ChartRow {
  chart_id: string;
  registry: string;
  repository: string;
  owner: string | null;
  known_by: KnownBy;
  expected_source: string | null;
  policies: string;
  requested_policies: string;
  conflict: string;
  claimed: boolean | number;
  state: ChartState;
  tags_seen: number;
  versions_done: number;
  first_seen_at: string;
  last_attempt_at: string | null;
  last_success_at: string | null;
  failing_since: string | null;
  problem: string | null;
  result_hash: string | null;
  judge_hash: string | null;
}
