import { goToElement } from '../atoms/goToElement';

/**
 * The id of the element of a check or manual item, to go to it.
 *
 * @internal
 */
export function lineId(checkId: string): string {
  return `migration-${checkId.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

/**
 * Goes to the check or manual item.
 *
 * @internal
 */
export function goToCheck(checkId: string): void {
  goToElement(lineId(checkId));
}

/**
 * Id of the table of versions, to go to it.
 *
 * @internal
 */
export const PARITY_ID = 'migration-parity';
