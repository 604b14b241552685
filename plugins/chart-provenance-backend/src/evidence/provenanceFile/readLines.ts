import { EvidenceError } from '../EvidenceError';
import { MAX_LINES } from './bounds';
import { malformed } from './malformed';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const DELETE = 0x7f;

/**
 * Strict UTF-8 as lines that end in LF or CR LF, without the white space at their ends, which no clear-signed message protects.
 * Control characters are refused, and a CR on its own too: YAML takes it for a line break, OpenPGP does not.
 *
 * @throws EvidenceError `bad-signature`, `evidence-too-large`
 */
export function readLines(bytes: Uint8Array): string[] {
  let lines = 1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    lines += byte === LINE_FEED ? 1 : 0;
    if (byte === DELETE || (byte < SPACE && !isBlank(byte, bytes[at + 1]))) {
      throw malformed('It holds control characters.');
    }
  }
  if (lines > MAX_LINES) {
    throw new EvidenceError(
      'evidence-too-large',
      `The provenance file has ${lines} lines; at most ${MAX_LINES} are read.`,
    );
  }
  return decode(bytes).split('\n').map(trimEnd);
}

function isBlank(byte: number, next: number): boolean {
  return (
    byte === TAB ||
    byte === LINE_FEED ||
    (byte === CARRIAGE_RETURN && next === LINE_FEED)
  );
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch (cause) {
    throw malformed('It is not UTF-8.', cause);
  }
}

/** Not a regular expression: one would look at a long run of spaces once for each of them. */
function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && ' \t\r'.includes(line[end - 1])) {
    end -= 1;
  }
  return line.slice(0, end);
}
