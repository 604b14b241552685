import type {
  GateDecision,
  GateReason,
  GateRequirements,
} from '../api/gateTypes';
import type { ChartImages } from '../api/imageTypes';
import type { Verdict } from '../verdict/types';

/**
 * An environment of the gate that fits the chart, read and with every default filled in.
 *
 * @public
 */
export interface GateEnvironment {
  /** `default` for the one that holds without being named. */
  name: string;
  /** ISO day from which on it is enforced; `always`, or `never`. */
  enforceFrom: string;
  /** Names of policies besides those of the chart's rule. */
  policies: readonly string[];
  requireDigest: boolean;
  /** The chart's images must be pinned and verified too. */
  requireImages: boolean;
  /** Evidence must not be older, milliseconds. Never longer than the strictest `maxStaleness` of the policies. */
  maxAgeMs: number;
  /** How long an `allow` may be used, milliseconds. */
  lifetimeMs: number;
}

/**
 * What is known of the chart version at the moment of the question. Plain, and complete: the gate reads nothing else, and has no clock.
 *
 * @public
 */
export interface GateFacts {
  /** The reference as asked, read. */
  asked: { reference: string; tag: string | null; digest: string | null };
  /** Null: not in the index, or not the caller's to see. */
  chart: {
    chartId: string;
    registry: string;
    repository: string;
    entityRef: string | null;
    /** Names of the policies of its rule and its own requests. */
    policies: readonly string[];
  } | null;
  /** What the registry says now of the tag that was asked for; null when none was, or the chart is unknown. */
  tag:
    | { state: 'at'; digest: string }
    | { state: 'absent' }
    | { state: 'unknown'; reason: GateReason }
    | null;
  /** What is stored of the digest; null when no walk has seen it. */
  version: {
    digest: string;
    version: string | null;
    /** Under all policies that apply here, the environment's and the caller's among them, as of now. */
    verdict: Verdict;
    /** Was it judged as what the tag that was asked for points at? Null: none was asked for. */
    underTag: boolean | null;
    /** ISO; when its evidence was last read to the end; null: never. */
    evidenceAt: string | null;
    images: Pick<ChartImages, 'items' | 'problem' | 'cut' | 'from'> | null;
  } | null;
  environment: GateEnvironment;
  require: GateRequirements;
  /** What the caller asks for and there is not. */
  unknownPolicies: readonly string[];
  /** Attestation types that the caller asks for and the verdict's signer has not attested. */
  missingAttestations: readonly string[];
  /** What else stands against it, known to whoever asks, e.g. `policy-expired`. None unless told. */
  problems?: readonly GateReason[];
  policyHash: string;
  trustHash: string;
  dryRun: boolean;
  /** ISO. */
  now: string;
}

/**
 * What the gate decides; the rest of {@link GateDecision} is written around it.
 *
 * @public
 */
export type GateOutcome = Pick<
  GateDecision,
  | 'decision'
  | 'proceed'
  | 'enforced'
  | 'enforcedFrom'
  | 'resolved'
  | 'digest'
  | 'version'
  | 'verdict'
  | 'reasons'
  | 'evidenceAt'
  | 'expiresAt'
  | 'retryAfterSeconds'
>;
