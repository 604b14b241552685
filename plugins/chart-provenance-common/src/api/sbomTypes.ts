/**
 * What a component of an SBOM is.
 *
 * @public
 */
export type SbomComponentKind = 'package' | 'image' | 'chart' | 'other';

/**
 * One component of an SBOM; texts are plain and cut to 500 characters.
 *
 * @public
 */
export interface SbomComponent {
  name: string;
  /** Empty where the SBOM names none. */
  version: string;
  kind: SbomComponentKind;
  /** Package URL, where it has a well-formed one. */
  purl: string | null;
  /** SPDX ids or expressions as written, at most 8; names where they are none. Empty: nothing is said. */
  licences: string[];
  /** `sha256:…` of the component itself, where the SBOM says one: of an image, its manifest. */
  digest: string | null;
}

/**
 * One SBOM attached to a version, whoever attached it.
 *
 * @public
 */
export interface SbomDocument {
  /** `Evidence.digest`. */
  evidence: string;
  /** e.g. `CycloneDX 1.6`, `SPDX-2.3`. */
  label: string;
  /** True: attested by the signer of a version that is verified. Otherwise anybody may have written it. */
  verified: boolean;
  /** Is it still attached? */
  present: boolean;
  /** ISO, as written. */
  createdAt: string | null;
  /** Tools that made it, as written; at most 8. */
  tools: string[];
  /** Components it has, whether or not all were kept. */
  componentCount: number;
  /** Fewer were kept. */
  cut: boolean;
  /** Why it could not be read as an SBOM; then it has no components. */
  problem: string | null;
}

/**
 * How a component differs from the version it is compared with.
 *
 * @public
 */
export type SbomChange = 'added' | 'removed' | 'changed' | 'same';

/**
 * A component, compared.
 *
 * @public
 */
export interface SbomRow extends SbomComponent {
  /** Null: there is nothing to compare with. */
  change: SbomChange | null;
  /** What it was before; only where `change` is `changed`. */
  before: { version: string; licences: string[]; digest: string | null } | null;
}

/**
 * Filters of `GET …/versions/{digest}/sbom`.
 *
 * @public
 */
export interface SbomQuery {
  /** `Evidence.digest` of one of the documents; the one that counts most unless told: verified before not, then the newest. */
  evidence?: string;
  /** Digest of the version to compare with; the next lower version with an SBOM unless told. `none`: do not compare. */
  against?: string;
  /** Substring of name, version, purl or licence, case-insensitive. */
  filter?: string;
  licence?: string;
  kind?: SbomComponentKind;
  change?: SbomChange;
  /** 1 to 500; 100 by default. */
  limit?: number;
  cursor?: string;
}

/**
 * Answer of `GET …/charts/{chartId}/versions/{digest}/sbom`.
 *
 * @public
 */
export interface SbomPage {
  /** Every SBOM of the version. */
  documents: SbomDocument[];
  /** The one whose components follow; null where there is none. */
  shown: string | null;
  /** What it is compared with; null where there is nothing. */
  against: { digest: string; version: string; verified: boolean } | null;
  /** Removed ones stand where they would, by name. */
  items: SbomRow[];
  /** Rows that match the filter. */
  total: number;
  nextCursor: string | null;
  /** Of the whole document, filter or not. Null: there is nothing to compare with. */
  changes: Record<SbomChange, number> | null;
  /** Of the whole document: most frequent first, at most 50; `null` stands for components that say none. */
  licences: { licence: string | null; count: number }[];
  kinds: Record<SbomComponentKind, number>;
}
