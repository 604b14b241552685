import { TagObservation } from '../api/tagTypes';
import { Evidence, Verification } from '../evidence/types';
import { Reason } from '../verdict/types';
import { Distrust, TrustPolicy } from './types';

/**
 * The chart as the operator knows it.
 *
 * @public
 */
export interface JudgedChart {
  repository: string;
  /** Last segment of the repository: the name the chart must have. */
  name: string;
  /** The operator's expected source, narrowed by the entity where that is allowed; `*` and `**` stand for whole segments. */
  expectedSource: string | null;
  /** All must be met. */
  policies: TrustPolicy[];
  /** What keeps the chart from being judged, e.g. `unknown-policy`, `ownership-conflict`, `ambiguous-index`. */
  problems: Reason[];
}

/**
 * The chart version to be judged: what was read of the manifest, and its tags.
 *
 * @public
 */
export interface JudgedSubject {
  /** Digest of the chart manifest. */
  digest: string;
  /** From the chart's config; null when it could not be read. */
  configName: string | null;
  configVersion: string | null;
  /** Tags that point here now, and how each came to. */
  tags: { tag: string; change: TagObservation['change'] }[];
  /** Every tag that ever pointed here; those that still do may be among them. */
  everTags: string[];
}

/**
 * Everything a verdict depends on. The judge reads nothing else.
 *
 * @public
 */
export interface JudgeInput {
  chart: JudgedChart;
  subject: JudgedSubject;
  /** Evidence present at the last successful look; what belongs to another subject is ignored. */
  evidence: Evidence[];
  verifications: Verification[];
  /** Was everything attached listed and read? */
  evidenceComplete: { ok: true } | { ok: false; problem: Reason };
  distrust: Distrust[];
  /** ISO; becomes `decidedAt`. */
  now: string;
  /** ISO time of the last `verified` verdict of this version, if there was one. */
  lastVerifiedAt?: string | null;
}
