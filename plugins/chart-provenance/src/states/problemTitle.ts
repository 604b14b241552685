import { EntityProblem } from 'backstage-plugin-chart-provenance-common';

/**
 * What is wrong with a claim, in one short sentence.
 *
 * @internal
 */
export const PROBLEM_TITLE: Record<EntityProblem['code'], string> = {
  'annotation-invalid': 'An annotation does not parse',
  'claim-not-allowed': 'This entity may not claim this chart',
  'registry-not-configured': 'The registry is not configured',
  'claimed-by-another': 'The chart is claimed by another',
  'ownership-conflict': 'Several entities claim this chart',
  'unknown-policy': 'The trust policy asked for does not exist',
  'policy-not-selectable': 'The trust policy may not be chosen by annotation',
  'legacy-not-configured': 'The legacy repository is not configured',
  'legacy-not-yours': 'The legacy chart is not this entity’s to claim',
  'legacy-ambiguous': 'It is not clear which chart the legacy chart becomes',
  'legacy-overruled': 'The operator says otherwise about the legacy chart',
};
