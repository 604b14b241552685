/** Characters that are kept of a text that is shown and not judged. */
export const MAX_TEXT = 500;

const HIDDEN = /[\p{Cc}\p{Cf}]+/gu;

/** A member of an object that is its own; undefined of anything else. */
export function member(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that is a list; empty where it is none. */
export function listOf(value: unknown, key: string): unknown[] {
  const list = member(value, key);
  return Array.isArray(list) ? list : [];
}

/** A member that is text, as plain text: cut, without what reorders or hides text on screen. Empty where it is none. */
export function textOf(value: unknown, key: string): string {
  return plainText(member(value, key));
}

/** A text as plain text; empty for what is none. */
export function plainText(value: unknown): string {
  return typeof value === 'string'
    ? value
        .slice(0, 2 * MAX_TEXT)
        .replace(HIDDEN, ' ')
        .trim()
        .slice(0, MAX_TEXT)
    : '';
}

/**
 * A member that is text and is told as it is, or not at all: cut or cleaned, it could be taken for another. Undefined also for what is too
 * long or holds characters that cannot be seen.
 */
export function exactText(value: unknown, key: string): string | undefined {
  const written = member(value, key);
  return typeof written === 'string' &&
    written.length <= MAX_TEXT &&
    written !== '' &&
    written.search(HIDDEN) < 0
    ? written
    : undefined;
}

/** A member that is a time, in ISO; null for what is none. */
export function timeOf(value: unknown, key: string): string | null {
  const written = textOf(value, key);
  const ms = written.length <= 40 ? Date.parse(written) : NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
