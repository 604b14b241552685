import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { ReadText, readRootFile, RefreshConfig, RootConfig } from '../config';
import { RootInput } from '../verification';
import { freshnessOf } from './freshnessOf';
import { Holder, Material, RefreshState } from './types';
import { unusableBecause } from './unusableBecause';

const RETRY_MS = 5 * 60_000;

/** A root whose file is read again now and then. */
export interface FileRoot {
  id: string;
  source: { type: 'file' | 'github'; path: string };
  thresholds: RootConfig['thresholds'];
  refresh: RefreshConfig;
}

/** What a holder of a file's root needs. */
export interface FileHolderOptions {
  root: FileRoot;
  /** As it was read at start. */
  input: RootInput;
  readText: ReadText;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  now: () => Date;
  production: boolean;
}

/** Holds what a file says, as of the last time that it could be read and used. Each replica reads its own. */
export class FileHolder implements Holder {
  readonly #options: FileHolderOptions;
  #trustedRoot: unknown;
  #hash: string;
  #readAt: string;
  #nextTryAt: number;
  /** The latest time this process has seen. */
  #clockSeenAt: string;
  #problem: string | null = null;

  constructor(options: FileHolderOptions) {
    const { input, now, root } = options;
    this.#options = options;
    this.#trustedRoot = input.trustedRoot;
    this.#hash = hashOf(input.trustedRoot);
    this.#readAt = input.asOf ?? now().toISOString();
    this.#clockSeenAt = this.#readAt;
    this.#nextTryAt = Date.parse(this.#readAt) + root.refresh.intervalMs;
  }

  get ids(): string[] {
    return [this.#options.root.id];
  }

  material(): Material {
    return {
      trustedRoot: this.#trustedRoot,
      hash: this.#hash,
      asOf: this.#readAt,
    };
  }

  /** Reads the file where it is time to. */
  async look(): Promise<void> {
    const { root, now, logger } = this.#options;
    const at = now();
    if (at.toISOString() > this.#clockSeenAt) {
      this.#clockSeenAt = at.toISOString();
    }
    if (at.getTime() < this.#nextTryAt) {
      return;
    }
    try {
      await this.#read();
      this.#readAt = at.toISOString();
      this.#problem = null;
      this.#nextTryAt = at.getTime() + root.refresh.intervalMs;
    } catch (error) {
      this.#problem = `${root.source.path} cannot be used: ${stringifyError(
        error,
      )}`;
      this.#nextTryAt =
        at.getTime() + Math.min(RETRY_MS, root.refresh.intervalMs);
      logger.warn(`The trust root ${root.id} stays as it is. ${this.#problem}`);
    }
  }

  async #read(): Promise<void> {
    const { root, readText, logger, production } = this.#options;
    const { id, source, thresholds } = root;
    const text = await readText(source.path);
    const trustedRoot = readRootFile(source.type, text);
    const hash = hashOf(trustedRoot);
    if (hash === this.#hash) {
      return;
    }
    const problem = unusableBecause(
      { id, type: source.type, trustedRoot, thresholds },
      production,
    );
    if (problem) {
      throw new Error(problem);
    }
    this.#trustedRoot = trustedRoot;
    this.#hash = hash;
    logger.info(`The trust root ${id} was read anew from ${source.path}`);
  }

  refreshOf(maxAgeMs: number, now: Date): RefreshState {
    const age = freshnessOf({
      now,
      since: this.#readAt,
      maxAgeMs,
      signedUntil: null,
      past: [this.#clockSeenAt],
    });
    return {
      lastSuccessAt: this.#readAt,
      signedSince: null,
      staleAt: age.staleAt,
      stale: age.stale,
      nextTryAt: new Date(this.#nextTryAt).toISOString(),
      problem: age.clock ?? this.#problem,
    };
  }
}

function hashOf(trustedRoot: unknown): string {
  return createHash('sha256').update(JSON.stringify(trustedRoot)).digest('hex');
}
