import { ReasonCode, Signer } from '../verdict/types';

/**
 * What a piece of evidence claims to be. Decoded, **not yet judged**.
 *
 * @public
 */
export type EvidenceKind =
  | 'signature'
  | 'attestation'
  | 'sbom'
  | 'provenance-file'
  | 'unknown';

/**
 * How it is written.
 *
 * @public
 */
export type EvidenceFormat =
  | 'sigstore-bundle-v0.1'
  | 'sigstore-bundle-v0.2'
  | 'sigstore-bundle-v0.3'
  /** A bundle of a version that is not known here. */
  | 'sigstore-bundle-other'
  /** A layer as cosign 2 and older write it: a signed payload, with its signature in annotations or in the envelope. */
  | 'cosign-legacy'
  /** Helm's OpenPGP provenance file. */
  | 'helm-provenance'
  | 'notation'
  | 'raw'
  | 'unknown';

/**
 * Something attached to a chart manifest, decoded and not judged. Belongs to (repository, subject): it is never lent to an
 * equal digest in another repository.
 *
 * @public
 */
export interface Evidence {
  /**
   * Names it: the digest of the manifest that carries it. Of several in one manifest each has its own: the digest of the bytes kept
   * for it; then `manifest` says where it stands.
   */
  digest: string;
  /**
   * Digest of the manifest it stands in, where that is not `digest`; the chart's own (`subject`) for what is part of the chart
   * itself.
   */
  manifest?: string;
  /**
   * Digest of the chart manifest it is about: checked against the referrer's own `subject`, or read from the tag that attaches it.
   */
  subject: string;
  kind: EvidenceKind;
  format: EvidenceFormat;
  /** Media type of the layer that carries it. */
  mediaType: string;
  artifactType?: string;
  /** Digest and size (bytes) of that layer. */
  layer?: { digest: string; size: number };
  /**
   * Digest of all that was read of it but where it stands, for a piece that may stand in several manifests: the same piece has it in
   * common in all of them.
   */
  contents?: string;
  /** From the signed statement where there is one; else absent. Unsigned hints never land here. */
  predicateType?: string;
  /** Why it could not be decoded, if it could not. */
  problem?: { code: ReasonCode; message: string };
}

/**
 * The cryptographic outcome for one piece of evidence under one trust root or key. Policy is not consulted.
 *
 * @public
 */
export interface Verification {
  /** `Evidence.digest`. */
  evidence: string;
  /** Which trust material: `root:<id>`, `key:<id>`, `keyring:<id>` or `store:<id>`. */
  trust: string;
  outcome: 'proven' | 'failed';
  /** When failed: why. `untrusted-root` and `untrusted-key` mean "not made under this trust material". */
  code?: ReasonCode;
  message?: string;
  /** When proven. */
  signer?: Signer;
  /** ISO times proven by a log or a timestamp authority; empty when none was. */
  verifiedTimes?: string[];
  /**
   * Entries of transparency logs that are proven under this trust material: SHA-256 (hex) of each entry's leaf, as RFC 6962 hashes it.
   * Rekor's UUID ends with it. Where an entry stands in its log is not proven, and not told.
   */
  logEntries?: string[];
  /**
   * What a complete verification would have checked and this one did not, each in a few words, e.g. `revocation`. A proof with gaps never
   * meets a requirement; it keeps it undecided.
   */
  gaps?: string[];
  /** By an Ed25519 key: was it signed in the pre-hashed form (Ed25519ph), which cosign writes and its own `verify` refuses? */
  prehashed?: boolean;
  /**
   * ISO; the proof counts only while *now* lies in this window, whenever the signature was made. Set where nothing proves when that was:
   * what a key counts for is then decided by today's date. Open where absent.
   */
  countsFrom?: string;
  countsUntil?: string;
  /**
   * Some of the digests (`sha256:…`) named by the signed statement or payload, at most 16; the version's own first where it is named.
   * A provenance file names the chart archive: the version's own is there when that archive, name and version are its own.
   */
  subjects?: string[];
  /** Predicate type from the signed statement. `https://sigstore.dev/cosign/sign/v1` is a signature. */
  predicateType?: string;
  /** Facts read from the signed predicate, already bounded. */
  predicate?: PredicateFacts;
}

/**
 * What the pages need of a signed predicate. Read by the verifier, bounded, plain text; nothing in it is proven but by the verification it
 * is part of.
 *
 * @public
 */
export interface PredicateFacts {
  /** Number of packages or components of an SBOM. */
  packageCount?: number;
  /** e.g. `CycloneDX 1.5`, `SPDX-2.3`, `SLSA v1`, `OpenVEX`, `Trivy scan`. */
  label?: string;
  /** SLSA builder id. */
  builderId?: string;
  buildType?: string;
  /** Source named by the predicate, e.g. `git+https://github.com/acme/payments@refs/tags/v1.8.2`. */
  source?: string;
  /** More of SLSA provenance. */
  build?: BuildFacts;
  /** Of a vulnerability scan. Shown, never judged. */
  vulnerabilities?: VulnerabilityFacts;
  /** Of a VEX document. Shown, never judged. */
  exploitability?: ExploitabilityFacts;
}

/**
 * How a chart was built, as its SLSA provenance says. At most 32 parameters and 64 materials are kept; texts are cut to 500 characters.
 *
 * @public
 */
export interface BuildFacts {
  /** Digest of the source, e.g. `gitCommit:4f1c…` or `sha1:…`. */
  sourceDigest?: string;
  /** Of the run: an URI or an opaque id. */
  invocationId?: string;
  /** ISO, as written by the builder. */
  startedAt?: string;
  finishedAt?: string;
  /** What the caller of the builder could choose, e.g. `workflow.ref` = `refs/tags/v1.8.2`; nested members are joined by dots. */
  parameters: { name: string; value: string }[];
  /** What went into the build. */
  materials: { uri: string; digest?: string }[];
  /** There were more parameters or materials than are kept. */
  cut?: boolean;
}

/**
 * Result of a vulnerability scan.
 *
 * @public
 */
export interface VulnerabilityFacts {
  scanner?: string;
  /** ISO, as written by the scanner. */
  scannedAt?: string;
  /** Findings in all. */
  count: number;
  /** By severity as the scanner calls it, in lower case; at most 8 kinds. */
  bySeverity: { severity: string; count: number }[];
}

/**
 * What a VEX document says of vulnerabilities.
 *
 * @public
 */
export interface ExploitabilityFacts {
  author?: string;
  /** ISO, as written. */
  issuedAt?: string;
  /** Statements in all. */
  count: number;
  /** By status, e.g. `not_affected`; at most 8 kinds. */
  byStatus: { status: string; count: number }[];
}
