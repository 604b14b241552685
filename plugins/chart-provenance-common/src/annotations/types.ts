import { EntityProblem } from '../api/types';
import { ChartReference } from '../reference/parseChartReference';

/**
 * What is wrong with an annotation, and where.
 *
 * @public
 */
export interface AnnotationProblem extends EntityProblem {
  code: 'annotation-invalid';
  annotation: string;
  /** At most 300 characters of the annotation: its beginning, or the entry meant when that lies further on. */
  value: string;
  /** Zero-based offset of the first bad character in `value`. */
  position: number;
}

/**
 * What an annotation says. An entry with a problem is left out; the others still count.
 *
 * @public
 */
export interface ParsedAnnotation<T> {
  /** In the order written, without repetitions. */
  entries: T[];
  problems: AnnotationProblem[];
}

/**
 * One entry of `chart-provenance/charts`: a claim, not a fact.
 *
 * @public
 */
export interface ChartClaim {
  /** Without tag and digest: a whole repository is claimed. */
  reference: ChartReference;
}

/**
 * One entry of `chart-provenance/legacy-charts`.
 *
 * @public
 */
export interface LegacyChartClaim {
  /** URL of the repository, without `index.yaml` and without a trailing slash. */
  repositoryUrl: string;
  /** Name of the chart in that repository. */
  name: string;
  /** The chart it became, when it was renamed. */
  becomes?: ChartReference;
}

/**
 * One entry of `chart-provenance/trust-policy`.
 *
 * @public
 */
export interface PolicyClaim {
  /** Whether it exists and is selectable is for the operator's configuration to say. */
  policy: string;
}

/**
 * One entry of `chart-provenance/consumes`.
 *
 * @public
 */
export interface ConsumesClaim {
  /** With a tag, a digest or both. */
  reference: ChartReference;
}
