import { LintPosition } from '../../api/lintTypes';

/** Turns offsets into lines and columns; made once for a text. */
export class Positions {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (
      let at = text.indexOf('\n');
      at >= 0;
      at = text.indexOf('\n', at + 1)
    ) {
      this.#starts.push(at + 1);
    }
  }

  at(offset: number): LintPosition {
    const inside = Math.min(Math.max(offset, 0), this.#length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle] <= inside) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return {
      line: low + 1,
      column: inside - this.#starts[low] + 1,
      offset: inside,
    };
  }
}
