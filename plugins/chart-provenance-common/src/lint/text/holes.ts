import { HOLE } from './HOLE';
import { Piece, PiecePart } from './Piece';

/** Starts of what is filled in later, with what ends it. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['${{', '}}'],
  ['{{', '}}'],
  ['${', '}'],
  ['$(', ')'],
  ['[[', ']]'],
  ['%{', '}'],
];
const NAME = /^[A-Za-z_][A-Za-z0-9_]*/;
/** `<your-registry>`; no digest, tag or version begins like this. */
const ANGLE = /^(?:<[A-Za-z][^<>\n]{0,80}>|<<[ ]?[\w.-]{1,80}[ ]?>>)/;
const LONGEST = 2_000;

/** Does it hold something that is filled in later? */
export function hasHole(text: string): boolean {
  return text.includes(HOLE);
}

/** The piece with a hole for everything in it that is filled in later. */
export function withHoles(piece: Piece): Piece {
  const { text } = piece;
  if (!/[${<[%]/.test(text)) {
    return piece;
  }
  const parts: PiecePart[] = [];
  let from = 0;
  let offset = 0;
  while (offset < text.length) {
    const length = holeLength(text, offset);
    if (length === 0) {
      offset += 1;
    } else {
      if (offset > from) {
        parts.push({ from, to: offset });
      }
      parts.push({ from: offset, to: offset + length, hole: true });
      offset += length;
      from = offset;
    }
  }
  if (from === 0) {
    return piece;
  }
  if (from < text.length) {
    parts.push({ from, to: text.length });
  }
  return piece.compose(parts, piece.whole);
}

/** How much of the text is filled in later, from an offset on; 0 when nothing begins there. */
export function holeLength(text: string, offset: number): number {
  const character = text[offset];
  if (!'${<[%'.includes(character)) {
    return 0;
  }
  const ahead = text.slice(offset, offset + LONGEST);
  for (const [begin, end] of PAIRS) {
    if (ahead.startsWith(begin)) {
      const until = ahead.indexOf(end, begin.length);
      const isOne =
        until >= 0 &&
        ('${'.includes(begin[0]) || !ahead.slice(0, until).includes('\n'));
      return isOne ? until + end.length : 0;
    }
  }
  if (character === '$') {
    const [name] = NAME.exec(ahead.slice(1, 200)) ?? [''];
    return name === '' ? 0 : 1 + name.length;
  }
  const [angle] = ANGLE.exec(ahead) ?? [''];
  return angle.length;
}
