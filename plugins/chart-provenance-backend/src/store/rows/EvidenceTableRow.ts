/** Table `evidence`. */
export interface EvidenceTableRow {
  chart_id: string;
  subject: string;
  digest: string;
  /** The manifest it stands in: what a listing shows. */
  manifest: string;
  evidence: string;
  present: boolean | number;
  material_hash: string | null;
  first_seen_at: string;
}

/** Table `evidence_bytes`. */
export interface EvidenceBytesRow {
  chart_id: string;
  subject: string;
  digest: string;
  /** gzip */
  content: Buffer;
}

/** Table `verifications`. */
export interface VerificationRow {
  chart_id: string;
  subject: string;
  digest: string;
  trust: string;
  verification: string;
}
