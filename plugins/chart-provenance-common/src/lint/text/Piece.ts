import { HOLE } from './HOLE';
import { Span } from './Span';

/** Where a run of a piece's characters stands in the source. */
interface Run {
  /** Offset into the piece. */
  from: number;
  /** Offset into the source. */
  at: number;
  length: number;
  /** Of a hole, which is one character here: where it ends in the source. */
  until?: number;
}

/**
 * Text as a tool gets to see it, and where each of its characters stands in the source: quotes, indentation and escapes are gone, and what
 * is filled in later is one `HOLE` each.
 */
export class Piece {
  readonly text: string;
  readonly source: string;
  readonly #runs: readonly Run[];
  readonly #whole: Span;

  constructor(
    source: string,
    text: string,
    whole: Span,
    runs: readonly Run[] = [],
  ) {
    this.source = source;
    this.text = text;
    this.#whole = whole;
    this.#runs = runs;
  }

  /** A stretch of the source as it stands there. */
  static of(source: string, { start, end }: Span): Piece {
    const text = source.slice(start, end);
    return new Piece(source, text, { start, end }, [
      { from: 0, at: start, length: text.length },
    ]);
  }

  /** Where it stands with what surrounds it, quotes for one. */
  get whole(): Span {
    return this.#whole;
  }

  /** Where a part of it stands; the whole where that cannot be told. */
  span(from = 0, to = this.text.length): Span {
    const start = this.#sourceOf(from, 'start');
    const end = to > from ? this.#sourceOf(to - 1, 'end') : start;
    return start === undefined || end === undefined || end < start
      ? this.#whole
      : { start, end };
  }

  /** Does the part stand in the source exactly so, in one stretch? Only then can it be replaced. */
  isExact(from = 0, to = this.text.length): boolean {
    const { start, end } = this.span(from, to);
    const text = this.text.slice(from, to);
    return (
      end - start === to - from &&
      !text.includes(HOLE) &&
      this.source.slice(start, end) === text
    );
  }

  /** A part of it as a piece of its own. */
  slice(from: number, to = this.text.length): Piece {
    const runs = this.#runs.flatMap(run => {
      const first = Math.max(run.from, from);
      const last = Math.min(run.from + run.length, to);
      return first < last
        ? [
            {
              from: first - from,
              at: run.at + (first - run.from),
              length: last - first,
              ...(run.until === undefined ? {} : { until: run.until }),
            },
          ]
        : [];
    });
    return new Piece(
      this.source,
      this.text.slice(from, to),
      this.span(from, to),
      runs,
    );
  }

  /** Builds a piece of several stretches of this one; a `hole` stands for all of its stretch. */
  compose(parts: readonly PiecePart[], whole: Span): Piece {
    const runs: Run[] = [];
    const texts: string[] = [];
    let length = 0;
    for (const { from, to, hole } of parts) {
      if (hole) {
        const { start, end } = this.span(from, to);
        runs.push({ from: length, at: start, length: 1, until: end });
        texts.push(HOLE);
        length += 1;
      } else {
        for (const run of this.slice(from, to).#runs) {
          runs.push({ ...run, from: run.from + length });
        }
        texts.push(this.text.slice(from, to));
        length += to - from;
      }
    }
    return new Piece(this.source, texts.join(''), whole, runs);
  }

  /** What stands in the source for the hole at an offset. */
  holeAt(offset: number): string {
    const { start, end } = this.span(offset, offset + 1);
    return this.source.slice(start, end);
  }

  #sourceOf(offset: number, side: 'start' | 'end'): number | undefined {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = this.#runs[middle];
      if (offset < run.from) {
        high = middle - 1;
      } else if (offset >= run.from + run.length) {
        low = middle + 1;
      } else if (run.until !== undefined) {
        return side === 'start' ? run.at : run.until;
      } else {
        const at = run.at + (offset - run.from);
        return side === 'start' ? at : at + 1;
      }
    }
    const last = this.#runs[this.#runs.length - 1];
    return last !== undefined && offset === last.from + last.length
      ? last.until ?? last.at + last.length
      : undefined;
  }
}

/** A stretch of a piece. */
export interface PiecePart {
  from: number;
  to: number;
  /** It is filled in later. */
  hole?: boolean;
}
