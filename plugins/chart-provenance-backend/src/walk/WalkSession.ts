import { Descriptor, ReadOnlyTarget, Referrers } from 'chart-provenance-oras';
import { decodeContents } from '../evidence';
import { DecodeContents, WalkBounds } from './options';
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
  private bytesRead = 0;
  private signed?: { digest: string; bytes: Uint8Array };
  private readonly timeUp: AbortSignal;
  /** Ends what is under way when the caller gives up or the time is up. */
  private readonly ending: AbortSignal;

  constructor(
    private readonly target: ReadOnlyTarget,
    readonly bounds: WalkBounds,
    private readonly signal?: AbortSignal,
    readonly decode: DecodeContents = async (evidence, bytes) =>
      decodeContents(evidence, bytes),
  ) {
    this.timeUp = AbortSignal.timeout(bounds.maxMs);
    this.ending = AbortSignal.any([this.timeUp, ...(signal ? [signal] : [])]);
  }

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
      .tags({ maxTags, maxPages: maxTagPages, signal: this.ending })
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
    return this.ask(() => this.target.resolve(tag, { signal: this.ending }));
  }

  async fetchManifest(
    tagOrDigest: string,
  ): Promise<{ descriptor: Descriptor; bytes: Uint8Array }> {
    const { maxManifestBytes: maxBytes } = this.bounds;
    const manifest = await this.ask(() =>
      this.target.fetchManifest(tagOrDigest, { maxBytes, signal: this.ending }),
    );
    this.bytesRead += manifest.bytes.length;
    return manifest;
  }

  async fetch(descriptor: Descriptor, maxBytes: number): Promise<Uint8Array> {
    const bytes = await this.ask(() =>
      this.target.fetch(descriptor, { maxBytes, signal: this.ending }),
    );
    this.bytesRead += bytes.length;
    return bytes;
  }

  /** The manifest of a version, for signatures that are over it as it is: there may be many of them. */
  async fetchSigned(digest: string): Promise<Uint8Array> {
    if (this.signed?.digest === digest) {
      this.hold(this.signed.bytes);
    } else {
      const { bytes } = await this.fetchManifest(digest);
      this.signed = { digest, bytes };
    }
    return this.signed.bytes;
  }

  /**
   * Counts bytes that are kept once more without being asked for again.
   *
   * @throws WalkStopped when the walk has read as much as it may.
   */
  hold(bytes: Uint8Array): void {
    const limit = this.limitReached();
    if (limit) {
      throw this.stop(limit);
    }
    this.bytesRead += bytes.length;
  }

  /**
   * May one more version be read? Half of the bytes are left for evidence: versions that cannot be read to their end are tried by every walk,
   * and enough of them, made large, would leave nothing of any.
   */
  mayReadVersion(): boolean {
    const most = this.bounds.maxBytes / 2;
    if (this.bytesRead >= most) {
      this.add(incomplete(`reads at most ${most} bytes of versions`));
      return false;
    }
    return true;
  }

  referrers(subject: Descriptor): Promise<Referrers> {
    const { maxReferrers } = this.bounds;
    return this.ask(() =>
      this.target.referrers(subject, { maxReferrers, signal: this.ending }),
    );
  }

  private async ask<T>(request: () => Promise<T>): Promise<T> {
    this.signal?.throwIfAborted();
    if (this.stopped) {
      throw new WalkStopped();
    }
    const limit = this.limitReached();
    if (limit) {
      throw this.stop(limit);
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
    const limit = this.timeUp.aborted && this.limitReached();
    if (limit) {
      return this.stop(limit);
    }
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

  private limitReached(): WalkProblem | undefined {
    const { maxRequests, maxBytes, maxMs } = this.bounds;
    const reached = [
      this.timeUp.aborted && `takes at most ${maxMs / 1000} seconds`,
      this.requestCount >= maxRequests && `asks at most ${maxRequests} times`,
      this.bytesRead >= maxBytes && `reads at most ${maxBytes} bytes`,
    ].find(Boolean);
    return reached ? incomplete(reached) : undefined;
  }

  private stop(problem: WalkProblem): WalkStopped {
    if (!this.stopped) {
      this.stopped = true;
      this.add(problem);
    }
    return new WalkStopped();
  }
}

function incomplete(reached: string): WalkProblem {
  return {
    code: 'evidence-incomplete',
    message: `One walk ${reached}; the rest is read by the next ones.`,
    side: 'registry',
  };
}
