import { Line } from './linesOf';
import { Piece } from './Piece';

const KEY_BYTES = 512;
const DASH = 0x2d;
const HASH = 0x23;
const PERCENT = 0x25;
const ENDS = /^(?:---|\.\.\.)(?:\s|$)/;
const KEY =
  /^(?:"([^"\\]{1,300})"|'([^']{1,300})'|([A-Za-z0-9_.][^\s:]{0,300}))[ \t]*:(?:[ \t]+(.*))?$/;

type Open = Extract<Piece, { kind: 'entry' | 'chart' }>;

/** Knows where in an index it is, line after line. */
export class YamlSplitter {
  ended = false;
  private inEntries = false;
  private seenEntries = false;
  private seenAnything = false;
  private chartIndent = -1;
  private itemIndent = -1;
  private chart: string | undefined;
  private position = 0;
  private readonly charts = new Set<string>();
  private open: Open | undefined;
  private readonly bytes: Uint8Array;
  private readonly decoder = new TextDecoder();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  *take(line: Line): Generator<Piece> {
    const { first, indent } = line;
    if (first === 0 || first === HASH) {
      return;
    }
    if (indent === 0) {
      yield* this.takeTop(line);
    } else if (this.inEntries) {
      yield* this.takeInner(line);
    }
  }

  *close(end: number): Generator<Piece> {
    if (this.open) {
      yield { ...this.open, end };
      this.open = undefined;
    }
  }

  private *takeTop(line: Line): Generator<Piece> {
    const text = this.textOf(line);
    if (ENDS.test(text)) {
      yield* this.close(line.start);
      // Helm reads the first document.
      this.ended = this.seenAnything;
      return;
    }
    if (line.first === PERCENT && !this.seenAnything) {
      return;
    }
    this.seenAnything = true;
    const key = keyOf(text);
    if (!key) {
      yield* this.takeStray(line);
      return;
    }
    yield* this.close(line.start);
    this.inEntries = false;
    this.chart = undefined;
    if (key.name === 'apiVersion') {
      yield { kind: 'apiVersion', text: unquoted(key.rest) };
    } else if (key.name === 'entries') {
      yield* this.takeEntries(line, key.rest);
    }
  }

  private *takeEntries(line: Line, rest: string): Generator<Piece> {
    if (this.seenEntries) {
      yield problem(line, 'entries is there twice; the first counts.');
    } else if (rest === '' || /^\{\s*\}$/.test(rest)) {
      this.seenEntries = true;
      this.inEntries = rest === '';
      yield { kind: 'entries' };
    } else {
      yield { kind: 'otherLayout' };
    }
  }

  private *takeInner(line: Line): Generator<Piece> {
    const { first, indent } = line;
    const item = first === DASH && this.isItem(line);
    this.chartIndent = this.chartIndent < 0 ? indent : this.chartIndent;
    if (!item && indent === this.chartIndent) {
      yield* this.takeChart(line);
    } else if (item && this.opensItem(indent)) {
      yield* this.close(line.start);
      this.itemIndent = indent;
      this.open = this.entryAt(line);
    } else if (!this.continues(line, item)) {
      yield* this.takeStray(line);
    }
  }

  private *takeChart(line: Line): Generator<Piece> {
    yield* this.close(line.start);
    const key = keyOf(this.textOf(line));
    // Each list may be indented in its own way.
    this.itemIndent = -1;
    this.position = 0;
    this.chart = key?.name;
    if (!key) {
      yield problem(line, 'It is no name of a chart.');
    } else if (this.charts.has(key.name)) {
      this.chart = undefined;
      yield {
        ...problem(
          line,
          'The chart is there twice; the first counts, and Helm refuses the index.',
        ),
        chart: key.name,
      };
    } else if (key.rest !== '') {
      const { start, end, number } = line;
      this.open = { kind: 'chart', chart: key.name, line: number, start, end };
      this.chart = undefined;
    }
    this.charts.add(key?.name ?? '');
  }

  private *takeStray(line: Line): Generator<Piece> {
    if (this.open || this.chart !== undefined || line.indent === 0) {
      yield problem(
        line,
        this.open
          ? 'It is indented as nothing around it; what it is in is left out.'
          : 'It is no part of an index.',
      );
    }
    this.open = undefined;
  }

  private opensItem(indent: number): boolean {
    return (
      this.chart !== undefined &&
      (this.itemIndent < 0
        ? indent >= this.chartIndent
        : indent === this.itemIndent)
    );
  }

  private continues({ indent }: Line, item: boolean): boolean {
    if (this.open?.kind === 'chart') {
      return indent > this.chartIndent || item;
    }
    return this.open !== undefined && indent > this.itemIndent;
  }

  private entryAt({ number, start, end }: Line): Open {
    const position = this.position;
    this.position += 1;
    const chart = this.chart ?? '';
    return { kind: 'entry', chart, position, line: number, start, end };
  }

  private isItem({ start, indent, end }: Line): boolean {
    const after = start + indent + 1;
    return after >= end || this.bytes[after] <= 0x20;
  }

  private textOf({ start, end, indent }: Line): string {
    const from = start + indent;
    return this.decoder
      .decode(this.bytes.subarray(from, Math.min(end, from + KEY_BYTES)))
      .trimEnd();
  }
}

function keyOf(text: string): { name: string; rest: string } | undefined {
  const [found, double, single, plain, rest = ''] = KEY.exec(text) ?? [];
  const name = double ?? single ?? plain;
  return found === undefined
    ? undefined
    : { name, rest: rest.startsWith('#') ? '' : rest };
}

function unquoted(text: string): string {
  return /^["']?([\w.-]{1,20})/.exec(text)?.[1] ?? '';
}

function problem(
  { number }: Line,
  message: string,
): Extract<Piece, { kind: 'problem' }> {
  return { kind: 'problem', where: `line ${number}`, message };
}
