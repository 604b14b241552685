import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { MAX_BUNDLE_BYTES } from '../evidence';

/**
 * Which tags are asked for again on every walk. The others keep the digest they had.
 *
 * @internal
 */
export interface HotPolicy {
  /** The highest versions, by precedence. 20 by default. */
  newest: number;
  /** Milliseconds for which a tag that moved stays hot. 14 days by default. */
  movedWithinMs: number;
  /** Tags that are hot whatever they are called, e.g. those consumers deploy. None by default. */
  always: ReadonlySet<string>;
  /** A tag resolved longer ago than this is resolved again, hot or not. 24 h by default. */
  resolveAgainAfterMs: number;
}

/**
 * Which versions are asked for their referrers. One never read, or read in part, always is.
 *
 * @internal
 */
export interface ReferrerPolicy {
  /** The highest versions. 50 by default. */
  newest: number;
  /** Others are read again after this many milliseconds. 24 h by default. */
  readAgainAfterMs: number;
}

/**
 * What one walk may cost.
 *
 * @internal
 */
export interface WalkBounds {
  /** Requests in flight. 4 by default. */
  concurrency: number;
  /** Requests in all; a walk that reaches it ends with a problem and goes on next time. 20,000 by default. */
  maxRequests: number;
  /**
   * Milliseconds a walk may take, 10 minutes by default: a registry that answers slowly for ever must not keep a place that
   * others wait for. What was read until then is kept.
   */
  maxMs: number;
  /** Bytes of manifests and blobs in all, 64 MiB by default: what was read is held until it is written. */
  maxBytes: number;
  /** Failures to reach the registry in a row after which the walk gives up. 5 by default. */
  maxUnreachable: number;
  maxTags: number;
  maxTagPages: number;
  /** Bytes. 4 MiB by default. */
  maxManifestBytes: number;
  /** Bytes. 256 KiB by default. */
  maxConfigBytes: number;
  /**
   * Bytes of one bundle, signed payload or SBOM. 8 MiB by default, the most that is ever read: attestations hold SBOMs. Provenance files
   * are never that large, and have a limit of their own.
   */
  maxEvidenceBytes: number;
  /**
   * Bytes of all signed payloads in one manifest, each as often as a layer names it. 12 MiB by default: a manifest is read as a whole, and
   * one that takes more than is left of `maxBytes` beside what else is in flight would be begun anew by every walk, and let none come to its end.
   */
  maxLayerBytes: number;
  maxReferrers: number;
  maxLayers: number;
}

/**
 * Says what the contents of evidence are, as `decodeContents` does.
 *
 * @returns rejects with a `VerifierUnavailableError` when there is nobody to say it: then they are not read.
 * @internal
 */
export type DecodeContents = (
  evidence: Evidence,
  bytes: Uint8Array,
) => Promise<Evidence>;

/** @internal */
export interface WalkOptions {
  now: () => Date;
  hot?: Partial<HotPolicy>;
  referrers?: Partial<ReferrerPolicy>;
  bounds?: Partial<WalkBounds>;
  signal?: AbortSignal;
  /** Publishers decide what it costs. Default: done where the walk runs. */
  decode?: DecodeContents;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** @internal */
export const DEFAULT_HOT_POLICY: HotPolicy = {
  newest: 20,
  movedWithinMs: 14 * DAY_MS,
  always: new Set(),
  resolveAgainAfterMs: DAY_MS,
};

/** @internal */
export const DEFAULT_REFERRER_POLICY: ReferrerPolicy = {
  newest: 50,
  readAgainAfterMs: DAY_MS,
};

/** @internal */
export const DEFAULT_WALK_BOUNDS: WalkBounds = {
  concurrency: 4,
  maxRequests: 20_000,
  maxMs: 10 * 60 * 1000,
  maxBytes: 64 * 1024 * 1024,
  maxUnreachable: 5,
  maxTags: 20_000,
  maxTagPages: 200,
  maxManifestBytes: 4 * 1024 * 1024,
  maxConfigBytes: 256 * 1024,
  maxEvidenceBytes: MAX_BUNDLE_BYTES,
  maxLayerBytes: 12 * 1024 * 1024,
  maxReferrers: 200,
  maxLayers: 50,
};
