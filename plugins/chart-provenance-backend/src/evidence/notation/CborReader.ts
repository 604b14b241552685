import { malformed } from './malformed';

/** A tagged value. */
export interface CborTag {
  tag: number;
  value: CborValue;
}
export type CborMap = ReadonlyMap<number | string, CborValue>;
/** What of CBOR an envelope is made of. Byte strings are views of the input. */
export type CborValue =
  | number
  | string
  | boolean
  | null
  | Buffer
  | CborTag
  | CborMap
  | CborValue[];

const MAX_DEPTH = 8;
const MAX_VALUES = 500;
const SIMPLE: ReadonlyMap<number, boolean | null> = new Map([
  [20, false],
  [21, true],
  [22, null],
]);

/**
 * Reads CBOR of definite lengths in one pass, so that its bounds hold before anything is allocated for it: at most 8 levels, 500
 * values, whole numbers that are safe, no map with a name twice. Floating point, `undefined` and lengths that are left open are refused:
 * no envelope needs them. A tag is told, and does nothing.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8949#section-3
 */
export class CborReader {
  readonly #bytes: Buffer;
  #at = 0;
  #values = 0;

  /** @throws EvidenceError `bad-signature` for anything else than exactly one such value. */
  static read(bytes: Buffer): CborValue {
    const reader = new CborReader(bytes);
    const value = reader.#value(0);
    if (reader.#at !== bytes.length) {
      throw malformed('something follows its end.');
    }
    return value;
  }

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  #value(depth: number): CborValue {
    this.#values += 1;
    if (depth >= MAX_DEPTH || this.#values > MAX_VALUES) {
      throw malformed('it holds more values or levels than it needs.');
    }
    const first = this.#take(1)[0];
    const argument = this.#argument(first % 32);
    switch (Math.floor(first / 32)) {
      case 0:
        return argument;
      case 1:
        return -1 - argument;
      case 2:
        return this.#take(argument);
      case 3:
        return this.#text(argument);
      case 4:
        return this.#array(argument, depth);
      case 5:
        return this.#map(argument, depth);
      case 6:
        return { tag: argument, value: this.#value(depth + 1) };
      default:
        return simpleOf(first % 32);
    }
  }

  #argument(kind: number): number {
    if (kind < 24) {
      return kind;
    }
    if (kind > 27) {
      throw malformed('it leaves a length open.');
    }
    const digits = this.#take(2 ** (kind - 24));
    const value = BigInt(`0x${digits.toString('hex')}`);
    if (value >= BigInt(Number.MAX_SAFE_INTEGER)) {
      throw malformed('a number in it is too large.');
    }
    return Number(value);
  }

  #take(length: number): Buffer {
    const end = this.#at + length;
    if (end > this.#bytes.length) {
      throw malformed('it ends too early.');
    }
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  #text(length: number): string {
    const bytes = this.#take(length);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        bytes,
      );
    } catch (cause) {
      throw malformed('a text in it is not UTF-8.', cause);
    }
  }

  #array(length: number, depth: number): CborValue[] {
    const items: CborValue[] = [];
    while (items.length < length) {
      items.push(this.#value(depth + 1));
    }
    return items;
  }

  #map(length: number, depth: number): CborMap {
    const members = new Map<number | string, CborValue>();
    while (members.size < length) {
      const name = this.#value(depth + 1);
      if (typeof name !== 'number' && typeof name !== 'string') {
        throw malformed('a map in it has a name that is no text.');
      }
      if (members.has(name)) {
        throw malformed('a map in it has a name twice.');
      }
      members.set(name, this.#value(depth + 1));
    }
    return members;
  }
}

function simpleOf(kind: number): boolean | null {
  const value = SIMPLE.get(kind);
  if (value === undefined) {
    throw malformed('a value in it is of no kind that it needs.');
  }
  return value;
}
