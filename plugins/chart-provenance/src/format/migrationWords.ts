import {
  CheckGroup,
  CheckStatus,
  ManualItem,
  MigrationPhase,
  ParityState,
  Responsible,
} from 'backstage-plugin-chart-provenance-common';

/**
 * The phases, as the bar names them.
 *
 * @internal
 */
export const PHASE_WORD: Record<MigrationPhase, string> = {
  noLegacy: 'No legacy repository known',
  notStarted: 'Not started',
  dualPublishing: 'Dual publishing',
  cutOver: 'Cut over',
  deprecationWindow: 'Deprecation window',
  retired: 'Retired',
};

/**
 * Who has to act, as it stands after "for".
 *
 * @internal
 */
export const RESPONSIBLE_WORD: Record<Responsible, string> = {
  owner: 'the owner of the chart',
  platform: 'the platform team',
  consumer: 'those who deploy it',
};

/**
 * The word that stands beside the picture of a check’s result.
 *
 * @internal
 */
export const CHECK_WORD: Record<CheckStatus, string> = {
  pass: 'Passed',
  fail: 'Failed',
  unknown: 'Could not tell',
  notApplicable: 'Does not apply',
};

/**
 * The word that stands beside the picture of a manual item’s state.
 *
 * @internal
 */
export const MANUAL_WORD: Record<ManualItem['status'], string> = {
  done: 'Signed off',
  open: 'Open',
  expired: 'Expired',
  contradicted: 'Contradicted',
  notApplicable: 'Does not apply',
};

/**
 * The groups of checks in the order of the work.
 *
 * @internal
 */
export const CHECK_GROUPS: readonly (readonly [CheckGroup, string])[] = [
  ['publish', 'Publish'],
  ['sign', 'Sign'],
  ['consume', 'Consume'],
  ['protect', 'Protect'],
  ['retire', 'Retire'],
];

/**
 * How a version stands in the two places, in words.
 *
 * @internal
 */
export const PARITY_WORD: Record<ParityState, string> = {
  same: 'Same bytes',
  differs: 'Different bytes',
  onlyLegacy: 'Only in the legacy repository',
  onlyOci: 'Only in the registry',
  unverifiable: 'Cannot be compared',
};

/**
 * What needs attention first.
 *
 * @internal
 */
export const PARITY_ORDER: readonly ParityState[] = [
  'differs',
  'onlyLegacy',
  'unverifiable',
  'same',
  'onlyOci',
];

/**
 * Is the text one of the states? For values that come from the address bar.
 *
 * @internal
 */
export function isParityState(value: string | null): value is ParityState {
  return PARITY_ORDER.some(state => state === value);
}
