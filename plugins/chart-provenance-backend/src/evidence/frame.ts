/** Two runs of bytes kept as one. */
export interface Framed {
  first: Uint8Array;
  second: Uint8Array;
}

/** No JSON text begins with it, so a frame is never taken for one. */
const FRAME = 0x00;
const HEADER_BYTES = 5;

/** The byte 0, the length of the first in four bytes, the first, and the second. */
export function frame({ first, second }: Framed): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(first.length, 1);
  return Buffer.concat([header, first, second]);
}

/** Would these bytes be taken for a frame? */
export function isFramed(bytes: Uint8Array): boolean {
  return bytes[0] === FRAME;
}

/** Reads what `frame` wrote; undefined for what it cannot have written. */
export function unframe(bytes: Uint8Array): Framed | undefined {
  if (!isFramed(bytes) || bytes.length < HEADER_BYTES) {
    return undefined;
  }
  const { buffer, byteOffset, byteLength } = bytes;
  const end =
    HEADER_BYTES + new DataView(buffer, byteOffset, byteLength).getUint32(1);
  return end > byteLength
    ? undefined
    : { first: bytes.subarray(HEADER_BYTES, end), second: bytes.subarray(end) };
}
