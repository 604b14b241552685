/** Refusals that are the caller's to mend. Compared by name: they come from several packages. */
const REFUSALS: readonly string[] = [
  'InputError',
  'NotFoundError',
  'NotAllowedError',
  'TooManyRequestsError',
];

/** Is it the caller who has to do something, and not this backend that has failed? */
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && REFUSALS.includes(error.name);
}
