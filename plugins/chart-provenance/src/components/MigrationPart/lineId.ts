/**
 * The id of the element of a check or manual item, to go to it.
 *
 * @internal
 */
export function lineId(checkId: string): string {
  return `migration-${checkId.replace(/[^A-Za-z0-9]+/g, '-')}`;
}
