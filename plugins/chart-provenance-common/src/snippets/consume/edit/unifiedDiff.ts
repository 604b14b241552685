import { sortEdits, TextEdit, applyEdits } from './TextEdit';

const CONTEXT = 3;
const NO_NEWLINE = '\\ No newline at end of file';

/** Whole lines that go, and whole lines that come in their place. Line numbers count from 0. */
interface Change {
  from: number;
  to: number;
  /** What stands there afterwards. */
  lines: string[];
}

/**
 * A unified diff with three lines around each change, as `git apply` and `patch` take it. Empty when nothing changes. Built from the edits themselves, so it is linear in the text.
 *
 * @param path - as it stands after `a/` and `b/`
 */
export function unifiedDiff(
  path: string,
  text: string,
  edits: readonly TextEdit[],
): string {
  const lines = splitLines(text);
  const changes = changesOf(text, lines, edits);
  if (changes.length === 0) {
    return '';
  }
  let shift = 0;
  const parts = [`--- a/${path}\n+++ b/${path}\n`];
  for (const hunk of hunksOf(changes)) {
    const first = Math.max(0, hunk[0].from - CONTEXT);
    const last = Math.min(lines.length, hunk[hunk.length - 1].to + CONTEXT);
    const body = bodyOf(lines, hunk, first, last);
    const added = hunk.reduce(
      (sum, { from, to, lines: coming }) => sum + coming.length - (to - from),
      0,
    );
    const before = last - first;
    parts.push(
      `@@ -${range(first, before)} +${range(
        first + shift,
        before + added,
      )} @@\n${body}`,
    );
    shift += added;
  }
  return parts.join('');
}

/** Each with its line break; the last one may have none. */
function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function changesOf(
  text: string,
  lines: readonly string[],
  edits: readonly TextEdit[],
): Change[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length;
  }
  const startOf = (line: number) => starts[line] ?? text.length;
  return groupsOf(text, starts, edits)
    .map(({ from, to, edits: own }) => {
      const first = startOf(from);
      const moved = own.map(edit => ({
        ...edit,
        start: edit.start - first,
        end: edit.end - first,
      }));
      const coming = applyEdits(text.slice(first, startOf(to)), moved);
      return trimmed({ from, to, lines: splitLines(coming) }, lines);
    })
    .filter(({ from, to, lines: coming }) => to > from || coming.length > 0);
}

/** Edits with the whole lines that they reach into; those that share a line together. */
function groupsOf(
  text: string,
  starts: readonly number[],
  edits: readonly TextEdit[],
): { from: number; to: number; edits: TextEdit[] }[] {
  const groups: { from: number; to: number; edits: TextEdit[] }[] = [];
  for (const edit of sortEdits(edits)) {
    const from = lineAt(starts, edit.start, text);
    const to = Math.min(starts.length, lineAt(starts, edit.end, text) + 1);
    const last = groups[groups.length - 1];
    if (last && from < last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else {
      groups.push({ from, to, edits: [edit] });
    }
  }
  return groups;
}

/** Without the lines at both ends that stay. */
function trimmed(change: Change, lines: readonly string[]): Change {
  let { from, to } = change;
  const coming = [...change.lines];
  while (from < to && coming.length > 0 && coming[0] === lines[from]) {
    coming.shift();
    from += 1;
  }
  while (
    to > from &&
    coming.length > 0 &&
    coming[coming.length - 1] === lines[to - 1]
  ) {
    coming.pop();
    to -= 1;
  }
  return { from, to, lines: coming };
}

/** The line that an offset is in; the number of lines for the end of a text that ends with a line break. */
function lineAt(
  starts: readonly number[],
  offset: number,
  text: string,
): number {
  if (offset >= text.length && (text === '' || text.endsWith('\n'))) {
    return starts.length;
  }
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle] <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks[hunks.length - 1];
    if (last && change.from - last[last.length - 1].to <= 2 * CONTEXT) {
      last.push(change);
    } else {
      hunks.push([change]);
    }
  }
  return hunks;
}

function bodyOf(
  lines: readonly string[],
  hunk: readonly Change[],
  first: number,
  last: number,
): string {
  const parts: string[] = [];
  let at = first;
  for (const { from, to, lines: coming } of hunk) {
    parts.push(...lines.slice(at, from).map(line => marked(' ', line)));
    parts.push(...lines.slice(from, to).map(line => marked('-', line)));
    parts.push(...coming.map(line => marked('+', line)));
    at = to;
  }
  parts.push(...lines.slice(at, last).map(line => marked(' ', line)));
  return parts.join('');
}

function marked(mark: string, line: string): string {
  return line.endsWith('\n')
    ? `${mark}${line}`
    : `${mark}${line}\n${NO_NEWLINE}\n`;
}

/** From 1; an empty range names the line before it. */
function range(first: number, count: number): string {
  const start = count === 0 ? first : first + 1;
  return count === 1 ? `${start}` : `${start},${count}`;
}
