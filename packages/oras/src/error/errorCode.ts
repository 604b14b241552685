/**
 * The `code` Node gives its errors. Not by `instanceof`: errors cross realms and package copies.
 *
 * @returns the empty string when there is none
 * @internal
 */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : '';
}
