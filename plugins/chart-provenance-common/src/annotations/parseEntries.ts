import { AnnotationProblem, ParsedAnnotation } from './types';

const MAX_VALUE_LENGTH = 16 * 1024;
const MAX_ENTRIES = 100;
const SHOWN_LENGTH = 300;

/**
 * Why one entry cannot be read. Positions count from the start of the entry.
 *
 * @internal
 */
export interface EntryProblem {
  position: number;
  message: string;
  fix: string;
}

/**
 * Reads one entry, or says why not.
 *
 * @internal
 */
export type EntryParser<T> = (
  entry: string,
) => { entry: T; key: string } | { problem: EntryProblem };

/**
 * Reads an annotation of entries separated by white space or commas, each on its own. Entries of equal `key` are folded into
 * the first. At most 16 KiB and 100 entries, because anybody who can merge a catalog file writes it.
 *
 * @internal
 */
export function parseEntries<T>(
  annotation: string,
  value: string,
  parse: EntryParser<T>,
): ParsedAnnotation<T> {
  if (value.length > MAX_VALUE_LENGTH) {
    return {
      entries: [],
      problems: [
        problemAt(annotation, value, 0, 0, {
          position: 0,
          message: `The annotation has ${value.length} characters; at most ${MAX_VALUE_LENGTH} are read.`,
          fix: 'Shorten it, or ask the operator to name the charts by convention.',
        }),
      ],
    };
  }
  const found = new Map<string, T>();
  const problems: AnnotationProblem[] = [];
  const entries = [...value.matchAll(/[^\s,]+/g)];
  for (const { 0: text, index } of entries.slice(0, MAX_ENTRIES)) {
    const result = parse(text);
    if ('problem' in result) {
      problems.push(
        problemAt(annotation, value, index, text.length, result.problem),
      );
    } else if (!found.has(result.key)) {
      found.set(result.key, result.entry);
    }
  }
  const beyond = entries[MAX_ENTRIES];
  if (beyond) {
    problems.push(
      problemAt(annotation, value, beyond.index, beyond[0].length, {
        position: 0,
        message: `The annotation has ${entries.length} entries; only the first ${MAX_ENTRIES} are read.`,
        fix: 'Remove entries, or ask the operator to name the charts by convention.',
      }),
    );
  }
  return { entries: [...found.values()], problems };
}

function problemAt(
  annotation: string,
  value: string,
  start: number,
  length: number,
  { position, message, fix }: EntryProblem,
): AnnotationProblem {
  const absolute = start + position;
  // Far into a long annotation only the entry is shown, so that the position still points into what is shown.
  const from = absolute < SHOWN_LENGTH ? 0 : start;
  const to = from === 0 ? SHOWN_LENGTH : start + Math.min(length, SHOWN_LENGTH);
  return {
    code: 'annotation-invalid',
    annotation,
    value: value.slice(from, to),
    position: Math.min(absolute - from, SHOWN_LENGTH),
    message,
    fix,
  };
}
