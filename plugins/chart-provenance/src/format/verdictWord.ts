import { VerdictStatus } from 'backstage-plugin-chart-provenance-common';

/**
 * The word that always stands beside the shield.
 *
 * @internal
 */
export const VERDICT_WORD: Record<VerdictStatus, string> = {
  verified: 'Verified',
  rejected: 'Rejected',
  unsigned: 'Unsigned',
  indeterminate: 'Could not check',
};

/**
 * The order in which counts are shown.
 *
 * @internal
 */
export const VERDICT_ORDER: readonly VerdictStatus[] = [
  'verified',
  'rejected',
  'unsigned',
  'indeterminate',
];

/**
 * Is the text one of the four outcomes? For values that come from the address bar.
 *
 * @internal
 */
export function isVerdictStatus(value: string | null): value is VerdictStatus {
  return VERDICT_ORDER.some(status => status === value);
}
