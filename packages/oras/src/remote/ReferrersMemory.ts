const KEPT_MS = 10 * 60_000;

/**
 * Which repositories answer the referrers API and which do not, for ten minutes each.
 *
 * @internal
 */
export class ReferrersMemory {
  private readonly known = new Map<string, { api: boolean; until: number }>();

  constructor(private readonly now: () => number) {}

  /** Undefined when nobody knows (any more). */
  hasApi(repository: string): boolean | undefined {
    const found = this.known.get(repository);
    if (found && found.until <= this.now()) {
      this.known.delete(repository);
      return undefined;
    }
    return found?.api;
  }

  learn(repository: string, api: boolean): void {
    this.known.set(repository, { api, until: this.now() + KEPT_MS });
  }
}
