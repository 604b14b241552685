/** The little CBOR that an envelope needs, written in its shortest form. */

export type Encoded = Buffer;

export const bytes = (value: Uint8Array): Encoded =>
  Buffer.concat([head(2, value.length), value]);
export const array = (items: Encoded[]): Encoded =>
  Buffer.concat([head(4, items.length), ...items]);
export const map = (members: [Encoded, Encoded][]): Encoded =>
  Buffer.concat([head(5, members.length), ...members.flat()]);
export const tag = (number: number, value: Encoded): Encoded =>
  Buffer.concat([head(6, number), value]);

/** Whole numbers, texts, and lists of both. */
export function encode(value: unknown): Encoded {
  if (typeof value === 'number') {
    return value < 0 ? head(1, -1 - value) : head(0, value);
  }
  if (Array.isArray(value)) {
    return array(value.map(encode));
  }
  const text = Buffer.from(String(value));
  return Buffer.concat([head(3, text.length), text]);
}

function head(kind: number, argument: number): Buffer {
  const first = kind * 32;
  if (argument < 24) {
    return Buffer.from([first + argument]);
  }
  const width = argument < 0x100 ? 1 : argument < 0x1_0000 ? 2 : 4;
  const written = Buffer.alloc(1 + width, first + 24 + Math.log2(width));
  written.writeUIntBE(argument, 1, width);
  return written;
}
