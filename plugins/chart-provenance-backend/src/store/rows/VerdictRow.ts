import { VerdictStatus } from 'backstage-plugin-chart-provenance-common';

/** Table `verdicts`. */
export interface VerdictRow {
  chart_id: string;
  digest: string;
  status: VerdictStatus;
  verdict: string;
  verdict_key: string;
  /** Ids of the trust roots it stands on, as `rootsColumn` writes them. */
  roots: string | null;
  sbom: string | null;
  provenance: string | null;
  decided_at: string;
  last_verified_at: string | null;
}
