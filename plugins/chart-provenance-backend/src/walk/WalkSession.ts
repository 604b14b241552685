import { Descriptor, ReadOnlyTarget, Referrers } from 'chart-provenance-oras';
import { WalkBounds } from './options';
import { toProblem } from './toProblem';
import { WalkProblem } from './types';
import { WalkStopped } from './WalkStopped';

/**
 * One walk's access to the registry: counts requests, collects problems, and gives up on a registry that asks to wait or
 * does not answer.
 */
export class WalkSession {
  private readonly found = new Map<string, WalkProblem>();
  private requestCount = 0;
  private unreachableInARow = 0;
  private stopped = false;

  constructor(
    private readonly target: ReadOnlyTarget,
    readonly bounds: WalkBounds,
    private readonly signal?: AbortSignal,
  ) {}

  /** Operations asked of the registry; one may take several HTTP requests (pages of referrers, token, retries). */
  get requests(): number {
    return this.requestCount;
  }

  /** Sorted, each once. */
  get problems(): WalkProblem[] {
    return [...this.found.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, problem]) => problem);
  }

  /** Remembers what could not be done. Silent for what follows from giving up. */
  report(error: unknown, at?: string): void {
    if (!(error instanceof WalkStopped)) {
      this.add(toProblem(error, at));
    }
  }

  add(problem: WalkProblem): void {
    this.found.set(
      JSON.stringify([problem.at ?? '', problem.code, problem.message]),
      problem,
    );
  }

  async *tags(): AsyncIterable<string[]> {
    const { maxTags, maxTagPages } = this.bounds;
    const pages = this.target
      .tags({ maxTags, maxPages: maxTagPages, signal: this.signal })
      [Symbol.asyncIterator]();
    for (;;) {
      const page = await this.ask(() => pages.next());
      if (page.done) {
        return;
      }
      yield page.value;
    }
  }

  resolve(tag: string): Promise<Descriptor> {
    return this.ask(() => this.target.resolve(tag, { signal: this.signal }));
  }

  fetchManifest(
    tagOrDigest: string,
  ): Promise<{ descriptor: Descriptor; bytes: Uint8Array }> {
    const { maxManifestBytes: maxBytes } = this.bounds;
    return this.ask(() =>
      this.target.fetchManifest(tagOrDigest, { maxBytes, signal: this.signal }),
    );
  }

  fetch(descriptor: Descriptor, maxBytes: number): Promise<Uint8Array> {
    return this.ask(() =>
      this.target.fetch(descriptor, { maxBytes, signal: this.signal }),
    );
  }

  referrers(subject: Descriptor): Promise<Referrers> {
    const { maxReferrers } = this.bounds;
    return this.ask(() =>
      this.target.referrers(subject, { maxReferrers, signal: this.signal }),
    );
  }

  private async ask<T>(request: () => Promise<T>): Promise<T> {
    this.signal?.throwIfAborted();
    if (this.stopped) {
      throw new WalkStopped();
    }
    if (this.requestCount >= this.bounds.maxRequests) {
      throw this.stop({
        code: 'evidence-incomplete',
        message: `One walk asks at most ${this.bounds.maxRequests} times; the rest is read by the next ones.`,
        side: 'registry',
      });
    }
    this.requestCount++;
    try {
      const answer = await request();
      this.unreachableInARow = 0;
      return answer;
    } catch (error) {
      throw this.failure(error);
    }
  }

  private failure(error: unknown): unknown {
    this.signal?.throwIfAborted();
    const problem = toProblem(error);
    if (problem.code === 'registry-limited') {
      return this.stop(problem);
    }
    if (problem.code === 'registry-unreachable') {
      this.unreachableInARow++;
      if (this.unreachableInARow >= this.bounds.maxUnreachable) {
        return this.stop(problem);
      }
    }
    return error;
  }

  private stop(problem: WalkProblem): WalkStopped {
    if (!this.stopped) {
      this.stopped = true;
      this.add(problem);
    }
    return new WalkStopped();
  }
}
