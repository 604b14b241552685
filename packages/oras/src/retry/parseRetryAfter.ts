/** A registry that asks for more asks for nonsense. */
const LONGEST_MS = 7 * 24 * 3_600_000;

/**
 * Milliseconds to wait, from a Retry-After header: seconds or an HTTP date.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * @returns undefined when there is none that can be read
 * @public
 */
export function parseRetryAfter(
  value: string | undefined,
  now: number,
): number | undefined {
  const text = value?.trim() ?? '';
  if (/^[0-9]{1,10}$/.test(text)) {
    return Math.min(Number(text) * 1000, LONGEST_MS);
  }
  const date = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date)
    ? undefined
    : Math.min(Math.max(date - now, 0), LONGEST_MS);
}
