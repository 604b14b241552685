/** The little DER that certificates and a certificate log need. */

export function tlv(tag: number, ...content: Uint8Array[]): Buffer {
  const value = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), length(value.length), value]);
}

export const sequence = (...items: Uint8Array[]) => tlv(0x30, ...items);
export const set = (...items: Uint8Array[]) => tlv(0x31, ...items);
export const octets = (...items: Uint8Array[]) => tlv(0x04, ...items);
export const utf8 = (text: string) => tlv(0x0c, Buffer.from(text));
export const ia5 = (tag: number, text: string) => tlv(tag, Buffer.from(text));
export const boolean = (value: boolean) =>
  tlv(0x01, Buffer.from([value ? 0xff : 0]));
export const bits = (bytes: Uint8Array, unused = 0) =>
  tlv(0x03, Buffer.from([unused]), bytes);
/** A context-specific, constructed element: `[n] EXPLICIT`. */
export const explicit = (n: number, content: Uint8Array) =>
  tlv(0xa0 + n, content);

/** A non-negative integer, most significant byte first. */
export function integer(bytes: Uint8Array): Buffer {
  const padded = bytes[0] >= 0x80 ? [Buffer.from([0])] : [];
  return tlv(0x02, ...padded, bytes);
}

export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  return tlv(
    0x06,
    Buffer.from([40 * first + second, ...rest.flatMap(base128)]),
  );
}

/** UTCTime: two-digit years, so for dates before 2050. */
export function utcTime(at: Date): Buffer {
  const digits = at.toISOString().replace(/\D/g, '').slice(2, 14);
  return tlv(0x17, Buffer.from(`${digits}Z`));
}

export interface Element {
  tag: number;
  /** The whole element, with its tag and length. */
  bytes: Buffer;
  content: Buffer;
}

/** The elements that stand one after another in `bytes`. */
export function elements(bytes: Buffer): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const short = bytes[at + 1];
    const lengthBytes = short < 0x80 ? 0 : short - 0x80;
    const start = at + 2 + lengthBytes;
    const size = lengthBytes ? bytes.readUIntBE(at + 2, lengthBytes) : short;
    found.push({
      tag: bytes[at],
      bytes: bytes.subarray(at, start + size),
      content: bytes.subarray(start, start + size),
    });
    at = start + size;
  }
  return found;
}

function length(size: number): Buffer {
  if (size < 0x80) {
    return Buffer.from([size]);
  }
  const hex = size.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes]);
}

function base128(value: number): number[] {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; ) {
    bytes.unshift(128 + (rest % 128));
    rest = Math.floor(rest / 128);
  }
  return bytes;
}
