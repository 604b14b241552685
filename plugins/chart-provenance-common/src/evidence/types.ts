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
  | 'sigstore-bundle-v0.3'
  | 'sigstore-bundle-other'
  | 'cosign-legacy'
  | 'notation'
  | 'raw'
  | 'unknown';

/**
 * A referrer of a chart manifest, decoded and not judged. Belongs to (repository, subject): it is never lent to an
 * equal digest in another repository.
 *
 * @public
 */
export interface Evidence {
  /** Digest of the referrer's own manifest. */
  digest: string;
  /** Digest of the chart manifest it points at, checked against the referrer's own `subject`. */
  subject: string;
  kind: EvidenceKind;
  format: EvidenceFormat;
  /** Media type of the layer that carries it. */
  mediaType: string;
  artifactType?: string;
  /** Digest and size (bytes) of that layer. */
  layer?: { digest: string; size: number };
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
  /** Manifest digest of the evidence. */
  evidence: string;
  /** Which trust material: `root:<id>` or `key:<id>`. */
  trust: string;
  outcome: 'proven' | 'failed';
  /** When failed: why. `untrusted-root` and `untrusted-key` mean "not made under this trust material". */
  code?: ReasonCode;
  message?: string;
  /** When proven. */
  signer?: Signer;
  /** ISO times proven by a log or a timestamp authority; empty when none was. */
  verifiedTimes?: string[];
  /** Some of the digests (`sha256:…`) named by the signed statement or payload, at most 16; the version's own first where it is named. */
  subjects?: string[];
  /** Predicate type from the signed statement. `https://sigstore.dev/cosign/sign/v1` is a signature. */
  predicateType?: string;
  /** Facts read from the signed predicate, already bounded. */
  predicate?: PredicateFacts;
}

/**
 * What the pages need of a signed predicate.
 *
 * @public
 */
export interface PredicateFacts {
  /** Number of packages or components of an SBOM. */
  packageCount?: number;
  /** e.g. `CycloneDX 1.5`, `SPDX-2.3`, `SLSA v1`. */
  label?: string;
  /** SLSA builder id. */
  builderId?: string;
  buildType?: string;
  /** Source named by the predicate, e.g. `git+https://github.com/acme/payments@refs/tags/v1.8.2`. */
  source?: string;
}
