import { malformed } from './malformed';

/** Reads lines from the first to the last. */
export class LineReader {
  #at = 0;

  constructor(private readonly lines: readonly string[]) {}

  /** @throws EvidenceError unless the next line is this one. */
  expect(line: string, otherwise: string): void {
    if (this.lines[this.#at] !== line) {
      throw malformed(otherwise);
    }
    this.#at += 1;
  }

  /**
   * The lines before the next one that is `end`, which is passed over.
   *
   * @throws EvidenceError when there is none within `atMost` lines.
   */
  upTo(end: string, otherwise: string, atMost = Infinity): string[] {
    const at = this.lines.indexOf(end, this.#at);
    if (at < 0 || at - this.#at > atMost) {
      throw malformed(otherwise);
    }
    const before = this.lines.slice(this.#at, at);
    this.#at = at + 1;
    return before;
  }

  /** @throws EvidenceError when a line follows that is not empty. */
  expectEnd(otherwise: string): void {
    if (this.lines.slice(this.#at).some(line => line !== '')) {
      throw malformed(otherwise);
    }
  }
}
