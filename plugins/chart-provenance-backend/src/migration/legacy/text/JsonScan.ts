import { MAX_DEPTH } from './bounds';
import { Piece } from './Piece';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: ReadonlySet<number> = new Set([0x7b, 0x5b]);
const CLOSING: ReadonlySet<number> = new Set([0x7d, 0x5d]);
const COLON = 0x3a;
const LINE_FEED = 0x0a;

/** `index`: charts are the keys of `entries`. `chartmuseum`: charts are the keys. */
export type JsonShape = 'index' | 'chartmuseum';

/** Knows where in an index of JSON it is, by its brackets. */
export class JsonScan {
  next = 0;
  depth = 0;
  broken = false;
  private line = 1;
  private text: [number, number] | undefined;
  /** The last key at each depth. */
  private readonly keys: string[] = [];
  private readonly chartDepth: number;
  private position = 0;
  private item: { start: number; line: number } | undefined;
  private readonly decoder = new TextDecoder();

  constructor(private readonly bytes: Uint8Array, shape: JsonShape) {
    this.chartDepth = shape === 'index' ? 2 : 1;
  }

  *take(at: number): Generator<Piece> {
    const byte = this.bytes[at];
    this.next = at + 1;
    if (byte === QUOTE) {
      this.next = this.endOfText(at + 1);
      this.text = [at, this.next];
      yield* this.takeText();
    } else if (byte === COLON && this.depth <= this.chartDepth) {
      this.keys[this.depth] = this.lastText();
      this.text = undefined;
    } else if (OPENING.has(byte)) {
      yield* this.takeOpening(at);
    } else if (CLOSING.has(byte)) {
      yield* this.takeClosing(at);
    } else if (byte === LINE_FEED) {
      this.line += 1;
    }
  }

  private *takeText(): Generator<Piece> {
    if (this.depth === 1 && this.keys[1] === 'apiVersion') {
      const text = this.lastText();
      this.keys[1] = '';
      yield { kind: 'apiVersion', text };
    }
  }

  private *takeOpening(at: number): Generator<Piece> {
    this.depth += 1;
    this.broken = this.depth > MAX_DEPTH;
    if (this.depth === this.chartDepth && this.inCharts()) {
      yield { kind: 'entries' };
    }
    if (this.depth === this.chartDepth + 1) {
      this.position = 0;
    }
    if (this.depth === this.chartDepth + 2 && this.inCharts()) {
      this.item = { start: at, line: this.line };
    }
  }

  private *takeClosing(at: number): Generator<Piece> {
    if (this.depth === this.chartDepth + 2 && this.item) {
      const chart = this.keys[this.chartDepth] ?? '';
      const position = this.position;
      this.position += 1;
      yield { kind: 'entry', chart, position, ...this.item, end: at + 1 };
      this.item = undefined;
    }
    this.depth -= 1;
    this.broken = this.depth < 0;
  }

  private inCharts(): boolean {
    return this.chartDepth === 1 || this.keys[1] === 'entries';
  }

  private endOfText(from: number): number {
    for (let at = from; at < this.bytes.length; at++) {
      const byte = this.bytes[at];
      if (byte === BACKSLASH) {
        at += 1;
      } else if (byte === QUOTE) {
        return at + 1;
      }
    }
    this.broken = true;
    return this.bytes.length;
  }

  private lastText(): string {
    const [start, end] = this.text ?? [0, 0];
    const quoted = this.decoder.decode(
      this.bytes.subarray(start, Math.min(end, start + 600)),
    );
    try {
      return String(JSON.parse(quoted));
    } catch {
      return '';
    }
  }
}
