import { LoggerService } from '@backstage/backend-plugin-api';
import { LegacyRepositoryConfig } from '../../config';
import { hostBackOff, reschedule, Schedule, WorkHandler } from '../../indexing';
import {
  Lease,
  legacyKey,
  LegacyReading,
  LegacyStore,
  Reschedule,
  WorkQueue,
} from '../../store';
import { LegacyClient, LegacyClientOptions } from './http/LegacyClient';
import { LegacyFailure, LegacyFailureCode } from './LegacyFailure';
import { readRepository } from './readRepository';

const DAY_MS = 24 * 60 * 60_000;

type Problem = NonNullable<Reschedule['problem']>;

const REASONS: Record<LegacyFailureCode, Problem['code']> = {
  unreachable: 'registry-unreachable',
  limited: 'registry-limited',
  denied: 'registry-denied',
  gone: 'registry-misbehaved',
  'no-index': 'registry-misbehaved',
  'too-large': 'registry-misbehaved',
  'too-many': 'registry-misbehaved',
  misbehaved: 'registry-misbehaved',
  refused: 'registry-misbehaved',
};

/** What reading legacy repositories needs. */
export interface LegacyHandlerOptions extends LegacyClientOptions {
  /** Those that may be contacted. */
  repositories: readonly LegacyRepositoryConfig[];
  store: Pick<LegacyStore, 'validator' | 'recordReading'>;
  queue: Pick<WorkQueue, 'backOff' | 'hostFailures' | 'hostAnswered'>;
  schedule: Schedule;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  now: () => Date;
  /** In [0, 1); `Math.random` unless told. */
  random?: () => number;
}

/**
 * Reads one legacy repository. A failure is kept beside what is known and removes nothing; what a good reading no longer lists is for
 * the store to mark.
 */
export class LegacyHandler implements WorkHandler {
  readonly #options: LegacyHandlerOptions;
  readonly #byKey: ReadonlyMap<string, LegacyRepositoryConfig>;
  /** Those that are known to be no ChartMuseum, and until when that is believed. */
  readonly #plain = new Map<string, number>();

  constructor(options: LegacyHandlerOptions) {
    this.#options = options;
    this.#byKey = new Map(
      options.repositories.map(one => [legacyKey(one.url), one]),
    );
  }

  async handle(lease: Lease, signal: AbortSignal): Promise<void> {
    const { store } = this.#options;
    const repository = this.#byKey.get(lease.key);
    if (!repository) {
      throw new Error(
        `The legacy repository of ${lease.key} is not configured`,
      );
    }
    const { url } = repository;
    const { reading, problem } = await this.#read(repository, signal);
    signal.throwIfAborted();
    await store.recordReading(url, reading, lease, this.#next(lease, problem));
    this.#tell(url, reading);
    await this.#rememberHost(lease.host, problem);
  }

  async #read(
    repository: LegacyRepositoryConfig,
    signal: AbortSignal,
  ): Promise<{ reading: LegacyReading; problem?: Problem }> {
    const { url } = repository;
    const { store, now } = this.#options;
    const validator = await store.validator(url);
    const client = new LegacyClient(repository, this.#options);
    try {
      const reading = await readRepository({
        ...{ repository, client, validator, signal },
        askApi: now().getTime() >= (this.#plain.get(url) ?? 0),
        now: () => now().getTime(),
      });
      if ('method' in reading && reading.method === 'index') {
        this.#plain.set(url, now().getTime() + DAY_MS);
      }
      return { reading };
    } catch (error) {
      if (!(error instanceof LegacyFailure)) {
        throw error;
      }
      return {
        reading: { failure: failureOf(error) },
        problem: problemOf(error),
      };
    } finally {
      await client.close();
    }
  }

  #next(lease: Lease, problem: Problem | undefined): Reschedule {
    const { schedule, now, random = Math.random } = this.#options;
    return reschedule(lease, problem, schedule, now(), random());
  }

  #tell(url: string, reading: LegacyReading): void {
    const { logger } = this.#options;
    if ('failure' in reading) {
      logger.warn(`Could not read ${url}: ${reading.failure.message}`);
    } else if ('entries' in reading && reading.problemCount > 0) {
      const { problemCount, problems } = reading;
      logger.warn(
        `Read ${url} but for ${problemCount} places, the first at ${problems[0]?.where}: ${problems[0]?.message}`,
      );
    }
  }

  /** A server that does not answer, or asks us to wait, is left alone by all replicas. */
  async #rememberHost(
    host: string,
    problem: Problem | undefined,
  ): Promise<void> {
    const { queue, schedule, now } = this.#options;
    if (
      problem?.code === 'registry-unreachable' ||
      problem?.code === 'registry-limited'
    ) {
      const failures = await queue.hostFailures(host);
      const until = hostBackOff(problem, failures, schedule, now());
      await queue.backOff(host, until, problem.message);
    } else {
      await queue.hostAnswered(host);
    }
  }
}

function failureOf({ code, message, fix }: LegacyFailure) {
  return { code, message, fix, gone: code === 'gone' };
}

function problemOf({ code, message, retryAfterMs }: LegacyFailure): Problem {
  return {
    code: REASONS[code],
    message,
    side: 'registry',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}
