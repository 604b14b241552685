import { Scalar } from 'yaml';
import { Piece } from '../../text';

/**
 * The piece of a scalar. Plain and quoted text on one line, and literal blocks, have exact places; of all else only the whole is known.
 */
export function pieceOfScalar(
  source: string,
  base: number,
  node: Scalar,
  text: string,
): Piece {
  const [first, last] = node.range ?? [0, 0];
  const whole = { start: base + first, end: base + last };
  if (node.type === 'BLOCK_LITERAL') {
    return ofLiteral(source, whole, text);
  }
  const quoted =
    node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? 1 : 0;
  const inner = { start: whole.start + quoted, end: whole.end - quoted };
  return source.slice(inner.start, inner.end) === text
    ? new Piece(source, text, whole, [
        { from: 0, at: inner.start, length: text.length },
      ])
    : new Piece(source, text, whole);
}

/** Line by line: each of the text is the end of one of the source. */
function ofLiteral(
  source: string,
  whole: { start: number; end: number },
  text: string,
): Piece {
  const runs: { from: number; at: number; length: number }[] = [];
  let at = source.indexOf('\n', whole.start) + 1;
  let from = 0;
  for (const line of text.split('\n')) {
    const end = source.indexOf('\n', at);
    const until = end < 0 ? source.length : end;
    const stop = source[until - 1] === '\r' ? until - 1 : until;
    const start = stop - line.length;
    if (at > 0 && start >= at && source.slice(start, stop) === line) {
      // With the line break, so that what spans lines has a place.
      runs.push({ from, at: start, length: line.length });
      if (end >= 0) {
        runs.push({ from: from + line.length, at: until, length: 1 });
      }
    }
    from += line.length + 1;
    if (end < 0) {
      break;
    }
    at = end + 1;
  }
  return new Piece(source, text, whole, runs);
}
