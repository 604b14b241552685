const LONGEST_NAME = 80;

/**
 * `1 version`, `2 versions`, `no version`.
 */
export function count(
  n: number,
  one: string,
  many: string = `${one}s`,
): string {
  if (n === 0) {
    return `no ${one}`;
  }
  return n === 1 ? `1 ${one}` : `${n} ${many}`;
}

/**
 * The word that goes with a number: `is` or `are`.
 */
export function verb(n: number, one: string, many: string): string {
  return n === 1 ? one : many;
}

/**
 * `4 of 14 consumers`, `the only consumer`, `both consumers`, `all 3 consumers`, `none of 3 consumers`.
 */
export function share(n: number, of: number, noun: string): string {
  if (of === 1) {
    return n === 1 ? `the only ${noun}` : `not the only ${noun}`;
  }
  if (n === of) {
    return of === 2 ? `both ${noun}s` : `all ${of} ${noun}s`;
  }
  return `${n === 0 ? 'none' : n} of ${of} ${noun}s`;
}

/**
 * `a, b and 2 more`.
 */
export function listed(items: readonly string[], most: number = 3): string {
  const shown = items.slice(0, items.length === most + 1 ? most + 1 : most);
  const more = items.length - shown.length;
  const parts = more > 0 ? [...shown, `${more} more`] : shown;
  const last = parts.at(-1) ?? '';
  return parts.length < 2
    ? last
    : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/**
 * What a publisher or a deployer wrote, made fit for a sentence: one line, nothing that changes how other text is read, cut to 80 characters
 * unless told.
 */
export function said(text: string, most: number = LONGEST_NAME): string {
  const clean = text
    .slice(0, most * 4)
    .replace(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim();
  const letters = [...clean];
  return letters.length > most
    ? `${letters.slice(0, most - 1).join('')}…`
    : clean;
}

/**
 * The same with a stop at its end.
 */
export function sentence(text: string, most: number = 300): string {
  const clean = said(text, most);
  return /[.!?…]$/.test(clean) ? clean : `${clean}.`;
}

/**
 * The day of an ISO time, in UTC: `2027-03-01`; what is no time is said as it is.
 */
export function dayOf(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? said(iso) : new Date(at).toISOString().slice(0, 10);
}

/**
 * With a capital at its beginning.
 */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
