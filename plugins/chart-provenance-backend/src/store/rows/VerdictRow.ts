import { VerdictStatus } from 'backstage-plugin-chart-provenance-common';

/** Table `verdicts`. */
export interface VerdictRow {
  chart_id: string;
  digest: string;
  status: VerdictStatus;
  verdict: string;
  verdict_key: string;
  sbom: string | null;
  provenance: string | null;
  decided_at: string;
  last_verified_at: string | null;
}
