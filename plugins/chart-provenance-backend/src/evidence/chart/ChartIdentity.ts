/** What a chart's own manifest and config say it is: what a provenance file has to agree with. */
export interface ChartIdentity {
  /** From the config; empty when it could not be read. */
  name: string;
  version: string;
  chartLayerDigest: string | null;
}
