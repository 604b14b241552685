import {
  EvidenceFormat,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
import { ChartIdentity, PackedSbom } from '../evidence';

/**
 * How many distinct proofs of each kind a signature needs under one root.
 *
 * @internal
 */
export interface Thresholds {
  /** Entries of transparency logs. */
  tlog: number;
  /** Signed certificate timestamps. */
  ctlog: number;
  /** Times proven by a log or a timestamp authority. */
  timestamp: number;
}

/**
 * A Sigstore trust root as plain data: it can be sent to a worker. Roots are never merged.
 *
 * @internal
 */
export interface RootInput {
  id: string;
  /** Where it is from: it is told in words, and makes no difference otherwise. */
  type: 'publicGood' | 'file' | 'github' | 'tuf';
  /** The parsed `trusted_root.json`. Absent for `publicGood`: the one shipped with `@sigstore/tuf`; for the others: none is known yet. */
  trustedRoot?: unknown;
  /** 1 of each by default. */
  thresholds?: Partial<Thresholds>;
  /** ISO time at which the file was read, or since when what vouches for it is known; the age shown is counted from it. */
  asOf?: string;
}

/**
 * A public key as plain data.
 *
 * @internal
 */
export interface KeyInput {
  id: string;
  /** SubjectPublicKeyInfo or PKCS#1, PEM. */
  pem: string;
  /**
   * ISO; the window in which a signature by it counts. A key with a window proves nothing without a time that one of the
   * configured roots' logs or timestamp authorities vouches for.
   */
  validFrom?: string;
  validUntil?: string;
}

/**
 * Certificates of authorities whose Notation signatures are looked at, as plain data.
 *
 * @internal
 */
export interface StoreInput {
  id: string;
  /** X.509 certificates, PEM, one after the other. */
  pem: string;
}

/**
 * State of one piece of trust material, for the status page.
 *
 * @internal
 */
export interface TrustState {
  id: string;
  kind: 'root' | 'key' | 'keyring' | 'store';
  /** False: it cannot be used, and nothing is ever proven under it. */
  ok: boolean;
  /** One sentence: what it is, how old it is, or why it cannot be used. */
  detail: string;
  /** Milliseconds since `asOf`; null when no age is known (a key, a keyring, the embedded root). */
  ageMs: number | null;
}

/**
 * One piece of evidence to verify.
 *
 * @internal
 */
export interface VerifyInput {
  /** `Evidence.digest`; copied to every outcome. */
  evidence: string;
  /** `Evidence.format`: says how `bytes` are written. */
  format: EvidenceFormat;
  /** A bundle's JSON text, a provenance file as it is, or the container of a cosign layer. */
  bytes: Uint8Array;
  /** Digest of the chart manifest that must have been signed. */
  subject: string;
  /** The chart manifest's own bytes; only a bundle that signs a message instead of a statement needs them. */
  subjectBytes?: Uint8Array;
  /** What the chart's own manifest and config say it is: a provenance file has to agree with it. */
  chart?: ChartIdentity;
}

/**
 * What came of verifying one piece of evidence.
 *
 * @internal
 */
export interface VerifyOutcome {
  /** `materialHashOf` of the trust material and verifier that were used: they may be replaced while others still work. */
  materialHash: string;
  verifications: Verification[];
  /** Of evidence that is an SBOM, proven or not. */
  sbom?: PackedSbom;
}
