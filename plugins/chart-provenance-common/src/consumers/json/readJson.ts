import { ReadingError } from './ReadingError';

const MAX_TEXT = 2_048;

/** An object of a document: keys are whatever somebody wrote, so they are asked for one by one. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** True for an object that is no list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path; undefined where it leads nowhere, and never anything inherited. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    if (!isRecord(here) || !Object.hasOwn(here, key)) {
      return undefined;
    }
    here = here[key];
  }
  return here;
}

/** The text at a path, without white space around it; undefined when there is none, or an empty one. @throws ReadingError when it is something else */
export function textAt(
  value: unknown,
  ...path: readonly string[]
): string | undefined {
  const found = at(value, ...path) ?? undefined;
  if (found === undefined) {
    return undefined;
  }
  if (typeof found !== 'string') {
    throw new ReadingError(`${path.join('.')} is not a text.`);
  }
  if (found.length > MAX_TEXT) {
    throw new ReadingError(
      `${path.join('.')} has more than ${MAX_TEXT} characters.`,
    );
  }
  return found.trim() || undefined;
}

/** The same where there must be one. @throws ReadingError */
export function requiredTextAt(
  value: unknown,
  ...path: readonly string[]
): string {
  const text = textAt(value, ...path);
  if (text === undefined) {
    throw new ReadingError(`${path.join('.')} is missing.`);
  }
  return text;
}

/** The object at a path; undefined when there is none. @throws ReadingError when it is something else */
export function recordAt(
  value: unknown,
  ...path: readonly string[]
): JsonRecord | undefined {
  const found = at(value, ...path) ?? undefined;
  if (found !== undefined && !isRecord(found)) {
    throw new ReadingError(`${path.join('.')} is not an object.`);
  }
  return found;
}

/** The list at a path; empty when there is none. @throws ReadingError when it is something else, or longer than `limit` */
export function listAt(
  value: unknown,
  limit: number,
  ...path: readonly string[]
): readonly unknown[] {
  const found = at(value, ...path) ?? [];
  if (!Array.isArray(found)) {
    throw new ReadingError(`${path.join('.')} is not a list.`);
  }
  if (found.length > limit) {
    throw new ReadingError(`${path.join('.')} has more than ${limit} entries.`);
  }
  return found;
}

/** A time as ISO; null when it is none. Display only, so it is read leniently. */
export function timeAt(value: unknown, ...path: readonly string[]) {
  const text = at(value, ...path);
  const time =
    typeof text === 'string' && text.length < 64 ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
