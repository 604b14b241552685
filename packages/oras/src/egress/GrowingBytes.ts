const SMALLEST = 64 * 1024;

/**
 * Bytes that arrive in pieces, each copied as it comes: to join tens of megabytes at the end would hold everybody else up for as long as
 * that takes.
 *
 * @internal
 */
export class GrowingBytes {
  length = 0;
  private space: Uint8Array;

  /**
   * @param expected - how many there may be; a hint of whoever sends them
   * @param limit - there will not be more
   */
  constructor(expected: number, private readonly limit: number) {
    this.space = unfilled(Math.min(Math.max(expected, SMALLEST), limit));
  }

  add(piece: Uint8Array): void {
    const needed = this.length + piece.byteLength;
    if (needed > this.space.byteLength) {
      const grown = unfilled(
        Math.max(needed, Math.min(this.space.byteLength * 2, this.limit)),
      );
      grown.set(this.space.subarray(0, this.length));
      this.space = grown;
    }
    this.space.set(piece, this.length);
    this.length = needed;
  }

  /** All of them. Few are copied once more, so that what is kept of them keeps no empty space. */
  bytes(): Uint8Array {
    return this.length < SMALLEST
      ? this.space.slice(0, this.length)
      : this.space.subarray(0, this.length);
  }
}

/** Space that is not filled with zeros first; it is never shown before it is written. */
function unfilled(size: number): Uint8Array {
  return new Uint8Array(Buffer.allocUnsafeSlow(size).buffer);
}
