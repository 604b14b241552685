/** Table `sboms`. */
export interface SbomTableRow {
  chart_id: string;
  subject: string;
  digest: string;
  label: string;
  created_at: string | null;
  /** JSON */
  tools: string;
  component_count: number;
  cut: boolean | number;
  problem: string | null;
  /** JSON, gzip */
  components: Buffer;
  vouched: boolean | number;
}
