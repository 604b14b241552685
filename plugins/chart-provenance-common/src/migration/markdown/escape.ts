import { said } from '../words';

/** Not shown, and nothing breaks there: it keeps two characters from being read as one thing. */
const JOINER = '\u2060';

/** An address that would become a link, without what ends a sentence or could end a code span or table cell. */
const ADDRESS = /\b(?:https?|ftp):\/\/[^\s`|\\]*[^\s`|\\.,;:!?'")\]]/gi;

/**
 * Text that stays text wherever it stands in Markdown: one line, without markup, HTML, entities, links, mentions or table cells of its own.
 * Addresses become code: nobody follows them by a click, and they can still be copied.
 *
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
export function plain(text: string, most: number = 500): string {
  const line = said(text, most);
  const parts: string[] = [];
  let end = 0;
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    parts.push(escaped(line.slice(end, index)), `\`${address}\``);
    end = index + address.length;
  }
  return [...parts, escaped(line.slice(end))]
    .join('')
    .replace(/^(?=[-+=:])/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|\\|$))/, `$1${JOINER}`);
}

/** Mentions, and other addresses, are found in what is left after escapes are read: a backslash does not stop them, a joiner does. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~$&!^]/g, '\\$&')
    .replace(/(?<!:)\/(?=\/)/g, `/${JOINER}`)
    .replace(/\b(https?|ftp)(?=:)/gi, `$1${JOINER}`)
    .replace(/(?<!\w)@|@(?!sha256:[0-9a-f]{64}\b)/g, `@${JOINER}`)
    .replace(/\bwww(?=\.)/gi, `$&${JOINER}`)
    .replace(/\\#(?=\d)/g, `\\#${JOINER}`)
    .replace(/\b(mailto|xmpp)(?=:)/gi, `$1${JOINER}`);
}

/** The same in a code span; what could end one, or a table cell, is plain text instead. */
export function code(text: string, most: number = 200): string {
  const line = said(text, most);
  return line === '' || /[`|\\]/.test(line) ? plain(text, most) : `\`${line}\``;
}

/** A block of code that ends where it has to. */
export function codeBlock(command: string): string[] {
  const runs = command.match(/`+/g) ?? [];
  const longest = Math.max(2, ...runs.map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}sh`, ...command.split(/[\r\n]+/), fence];
}

/** A table; cells are Markdown already. Empty for no rows. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return rows.length === 0
    ? []
    : [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
