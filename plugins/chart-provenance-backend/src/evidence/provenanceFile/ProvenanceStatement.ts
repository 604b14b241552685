/**
 * What the text of a Helm provenance file states: which chart it is about, and the archive's digest. Nothing else of its Chart.yaml is
 * used.
 *
 * @internal
 */
export interface ProvenanceStatement {
  name: string;
  version: string;
  /** Name of the archive, as stated. */
  file: string;
  /** `sha256:…` of the archive. */
  digest: string;
}
