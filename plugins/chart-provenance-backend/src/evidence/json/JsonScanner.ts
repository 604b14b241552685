import { JsonLimits, JsonScan, Span } from './JsonScan';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const WORTH_A_LOOK = new Uint8Array(256);
for (const byte of [
  QUOTE,
  COMMA,
  OPEN_ARRAY,
  CLOSE_ARRAY,
  OPEN_OBJECT,
  CLOSE_OBJECT,
]) {
  WORTH_A_LOOK[byte] = 1;
}

/** Bytes of a string from which on it pays to look for its end in another way. */
const LONG = 4_096;
const MAX_NAMES = 1_024;
const MAX_NAME_BYTES = 1_024;

/** Names in these are the publisher's own, and told apart as they are written. */
const FREE_FORM = new Set(['annotations']);

/** Looks over one text. See `scanJson`. */
export class JsonScanner {
  private readonly scan: JsonScan = { members: new Map() };
  private readonly uniqueTo: number;
  /** By depth: the names seen in the object that is open there, and the last of them. */
  private readonly names: (Set<string> | undefined)[] = [];
  private readonly current: (string | undefined)[] = [];
  private readonly text: Buffer;
  private lastBackslash?: number;
  private depth = 0;
  private nodes = 0;
  private strings = 0;
  /** Of the value that is open in the outermost object. */
  private valueStart = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: JsonLimits,
    private readonly find: readonly string[] | undefined,
  ) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.uniqueTo = Math.max(limits.uniqueTo ?? Infinity, find?.length ?? 1);
  }

  run(): JsonScan {
    const { bytes, scan } = this;
    const { length } = bytes;
    for (let at = 0; at < length && !scan.exceeded; at++) {
      while (at < length && WORTH_A_LOOK[bytes[at]] === 0) {
        at++;
      }
      at = this.look(at);
      this.assertRest(at);
    }
    return scan;
  }

  /** @returns where what stands at `at` ends. */
  private look(at: number): number {
    switch (this.bytes[at]) {
      case QUOTE:
        return this.readString(at);
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        this.open();
        return at;
      case COMMA:
        this.endMember(at);
        this.count();
        return at;
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        this.endMember(at);
        this.depth--;
        return at;
      default:
        return at;
    }
  }

  private assertRest(at: number): void {
    const { maxRest = Infinity } = this.limits;
    const { start, end } = this.scan.found ?? { start: 0, end: 0 };
    if (at - (end - start) > maxRest) {
      this.scan.exceeded ??= `written with more than ${maxRest} bytes around what it carries`;
    }
  }

  private open(): void {
    const { maxDepth } = this.limits;
    this.depth++;
    this.count();
    if (this.depth > maxDepth) {
      this.scan.exceeded ??= `nested deeper than ${maxDepth} levels`;
    } else if (this.depth <= this.uniqueTo) {
      this.names[this.depth] = undefined;
      this.current[this.depth] = undefined;
    }
  }

  private count(): void {
    const { maxNodes } = this.limits;
    this.nodes++;
    if (this.nodes > maxNodes) {
      this.scan.exceeded ??= `more than ${maxNodes} values`;
    }
  }

  private endMember(at: number): void {
    const name = this.depth === 1 ? this.current[1] : undefined;
    if (name !== undefined && !this.scan.members.has(name)) {
      this.scan.members.set(name, { start: this.valueStart, end: at });
    }
  }

  /** @returns where the string ends, or its name's colon stands. */
  private readString(quote: number): number {
    const { bytes } = this;
    const { length } = bytes;
    this.strings++;
    if (this.strings > 2 * this.limits.maxNodes + 2) {
      // A value has a name at most: so it is no JSON text.
      this.scan.exceeded ??= `written with more than ${this.limits.maxNodes} values`;
    }
    const end = this.endOfString(quote + 1);
    if (this.depth > this.uniqueTo) {
      return end;
    }
    let next = end + 1;
    while (next < length && bytes[next] <= 0x20) {
      next++;
    }
    if (bytes[next] !== COLON) {
      this.keepFound({ start: quote + 1, end });
      return end;
    }
    this.addName({ start: quote + 1, end });
    if (this.depth === 1) {
      this.valueStart = next + 1;
    }
    return next;
  }

  /** @returns where the closing quote stands, or the text ends. */
  private endOfString(start: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let end = start;
    while (end < length && bytes[end] !== QUOTE) {
      if (end - start > LONG && !this.isEscapedAfter(end)) {
        const quote = this.text.indexOf(QUOTE, end);
        return quote < 0 ? length : quote;
      }
      end += bytes[end] === BACKSLASH ? 2 : 1;
    }
    return end;
  }

  /** Is there any backslash from here to the end? Looked for once: a payload of megabytes is passed over as fast as memory allows. */
  private isEscapedAfter(at: number): boolean {
    this.lastBackslash ??= this.text.lastIndexOf(BACKSLASH);
    return this.lastBackslash >= at;
  }

  private keepFound(span: Span): void {
    const { find, depth } = this;
    if (
      find?.length === depth &&
      find.every((name, index) => this.current[index + 1] === name)
    ) {
      this.scan.found = span;
    }
  }

  private addName(span: Span): void {
    const { depth, scan } = this;
    if (span.end - span.start > MAX_NAME_BYTES) {
      scan.exceeded ??= `written with names longer than ${MAX_NAME_BYTES} bytes`;
      return;
    }
    const name = textOf(this.bytes, span);
    const isFree = FREE_FORM.has(this.current[depth - 1] ?? '');
    const key = isFree ? name : folded(name);
    const names = this.names[depth] ?? new Set<string>();
    if (names.has(key)) {
      scan.repeated ??= name;
    } else if (names.size >= MAX_NAMES) {
      scan.exceeded ??= `written with more than ${MAX_NAMES} members in one object`;
    }
    this.names[depth] = names.add(key);
    this.current[depth] = name;
  }
}

/** One spelling for all that a reader in use takes for one name: case, as Unicode has it, and underscores. */
function folded(name: string): string {
  return name.toUpperCase().toLowerCase().replaceAll('_', '');
}

const decoder = new TextDecoder();

function textOf(bytes: Uint8Array, { start, end }: Span): string {
  const text = decoder.decode(bytes.subarray(start, end));
  if (!text.includes('\\')) {
    return text;
  }
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
