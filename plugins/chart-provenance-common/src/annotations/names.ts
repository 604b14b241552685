/**
 * Charts the entity claims to own.
 *
 * @public
 */
export const CHARTS_ANNOTATION = 'chart-provenance/charts';

/**
 * The same charts in legacy repositories.
 *
 * @public
 */
export const LEGACY_CHARTS_ANNOTATION = 'chart-provenance/legacy-charts';

/**
 * Policies that must be met in addition to the operator's.
 *
 * @public
 */
export const TRUST_POLICY_ANNOTATION = 'chart-provenance/trust-policy';

/**
 * Charts the entity uses where nobody can discover it.
 *
 * @public
 */
export const CONSUMES_ANNOTATION = 'chart-provenance/consumes';

/**
 * All annotations of the plugin.
 *
 * @public
 */
export const CHART_PROVENANCE_ANNOTATIONS = [
  CHARTS_ANNOTATION,
  LEGACY_CHARTS_ANNOTATION,
  TRUST_POLICY_ANNOTATION,
  CONSUMES_ANNOTATION,
] as const;
