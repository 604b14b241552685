/** The versions whose verdict may have changed: their digests. */
export class Touched {
  readonly #digests = new Set<string>();

  add(...digests: string[]): void {
    digests.forEach(digest => this.#digests.add(digest));
  }

  get digests(): string[] {
    return [...this.#digests];
  }
}
