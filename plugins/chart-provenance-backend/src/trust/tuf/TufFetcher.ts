import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EgressTransport,
  followRedirects,
  OrasError,
  parseRetryAfter,
} from 'chart-provenance-oras';
import type { Fetcher } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error';
import { TrustFailure } from '../TrustFailure';
import { MAX_FILE_BYTES, MAX_TOTAL_BYTES } from './bounds';
import { failureOfError, failureOfStatus } from './transferFailure';

/** What a fetcher reads from. */
export interface TufFetcherOptions {
  egress: EgressTransport;
  signal: AbortSignal;
  /** A folder of this refresh alone. */
  folder: string;
  /** Bytes that are known already, by URL: they are not asked for again. */
  known: ReadonlyMap<string, Buffer>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/**
 * What tuf-js reads through: every request leaves by the one way out, none is redirected to another origin, and all of them together are
 * bounded in bytes and time, whatever lengths the metadata tells.
 */
export class TufFetcher implements Fetcher {
  readonly #options: TufFetcherOptions;
  readonly #roots: Buffer[] = [];
  #left = MAX_TOTAL_BYTES;
  #failure: TrustFailure | undefined;

  constructor(options: TufFetcherOptions) {
    this.#options = options;
  }

  /** The roots that were read, in the order in which they were. */
  get roots(): readonly Buffer[] {
    return this.#roots;
  }

  /** What went wrong with a transfer: tuf-js wraps it in words of its own. */
  get failure(): TrustFailure | undefined {
    return this.#failure;
  }

  async downloadBytes(url: string, maxLength: number): Promise<Buffer> {
    const known = this.#options.known.get(url);
    const bytes = known ?? (await this.#request(url, maxLength));
    if (/\/\d+\.root\.json$/.test(url)) {
      this.#roots.push(bytes);
    }
    return bytes;
  }

  async downloadFile<T>(
    url: string,
    maxLength: number,
    handler: (file: string) => Promise<T>,
  ): Promise<T> {
    const file = join(this.#options.folder, 'download');
    await writeFile(file, await this.downloadBytes(url, maxLength));
    try {
      return await handler(file);
    } finally {
      await rm(file, { force: true });
    }
  }

  async #request(url: string, maxLength: number): Promise<Buffer> {
    const { egress, signal, now } = this.#options;
    const maxBytes = Math.min(maxLength, MAX_FILE_BYTES, this.#left);
    try {
      signal.throwIfAborted();
      const answer = await followRedirects(
        egress,
        { method: 'GET', url, maxBytes, signal },
        'origin',
      );
      if (answer.status === 200) {
        this.#left -= answer.body.length;
        return Buffer.from(answer.body);
      }
      // tuf-js takes these for "there is no newer root"; wherever else it meets them it gives up.
      if (answer.status !== 403 && answer.status !== 404) {
        throw failureOfStatus(url, answer.status, {
          retryAfterMs: parseRetryAfter(answer.headers['retry-after'], now()),
        });
      }
      if (!url.endsWith('.root.json')) {
        this.#failure = failureOfStatus(url, answer.status);
      }
      throw new DownloadHTTPError('There is none', answer.status);
    } catch (error) {
      if (error instanceof TrustFailure) {
        this.#failure = error;
      } else if (error instanceof OrasError || signal.aborted) {
        this.#failure = failureOfError(url, error);
      }
      throw error;
    }
  }
}
