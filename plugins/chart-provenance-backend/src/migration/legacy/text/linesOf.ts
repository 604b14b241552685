const NEWLINE = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;
const RETURN = 0x0d;

/** A line that says something, by its place in the bytes. */
export interface Line {
  /** From 1. */
  number: number;
  start: number;
  /** After its line feed. */
  end: number;
  /** Spaces before its first character; a tab is a character. */
  indent: number;
  /** Its first character; 0 for a line of white space. */
  first: number;
}

/** The lines of a text, one after another, without making a text of them. */
export function* linesOf(bytes: Uint8Array, from: number): Generator<Line> {
  let number = 0;
  let start = from;
  while (start < bytes.length) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found < 0 ? bytes.length : found + 1;
    let at = start;
    while (at < end && bytes[at] === SPACE) {
      at += 1;
    }
    const indent = at - start;
    while (at < end && isSpace(bytes[at])) {
      at += 1;
    }
    number += 1;
    const first = at < end ? bytes[start + indent] : 0;
    yield { number, start, end, indent, first };
    start = end;
  }
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === RETURN || byte === NEWLINE;
}
