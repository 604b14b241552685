import { LoggerService } from '@backstage/backend-plugin-api';
import { Lease, StoreError, WORK_KINDS, WorkKind, WorkQueue } from '../store';
import { reschedule, Schedule } from './backOff';
import { untilAborted } from './untilAborted';

/** Does the work of a leased row, and gives the row back with its result. Rejects when `signal` is aborted. */
export interface WorkHandler {
  handle(lease: Lease, signal: AbortSignal): Promise<void>;
}

/** What the pump needs. */
export interface WorkPumpOptions {
  queue: WorkQueue;
  /** Rows of other kinds are left to replicas that know them: during an upgrade there are older and newer ones. */
  handlers: Partial<Record<WorkKind, WorkHandler>>;
  logger: LoggerService;
  schedule: Schedule;
  /** Rows worked on at a time by this process. */
  concurrency: number;
  /** Of those, rows of one host; half of `concurrency` unless told, so that one slow registry cannot take all. */
  hostConcurrency?: number;
  /** Milliseconds between two looks for work when there was none. 1 second unless told. */
  pollMs?: number;
  /** Milliseconds between two renewals of a lease; well below the store's lease. 1 minute unless told. */
  renewMs?: number;
  now?: () => Date;
}

/**
 * Takes due rows from the shared queue and has them worked on. Every replica runs one: the leases keep them apart. It is a
 * loop of its own, started and stopped with the plugin, because the scheduler's shortest reliable period is longer than
 * somebody who pressed "refresh" wants to wait.
 */
export class WorkPump {
  readonly #options: WorkPumpOptions;
  readonly #inFlight = new Map<string, { host: string; done: Promise<void> }>();
  #stopping = new AbortController();
  #wake = new AbortController();
  #loop: Promise<void> | undefined;

  constructor(options: WorkPumpOptions) {
    this.#options = options;
  }

  /** Starts the loop. Leases that a dead process left behind are given back first, where no other process can hold one. */
  async start(): Promise<void> {
    await this.#options.queue.reclaim();
    this.#stopping = new AbortController();
    this.#loop = this.#run();
  }

  /** Stops taking work, interrupts what is under way and gives it back. Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await this.#loop;
    await this.#settle();
  }

  /** Looks for work at once: something was made due. */
  wake(): void {
    this.#wake.abort();
  }

  /** Takes what is due now and works on it to the end, without the loop. Answers how many rows that were. */
  async runOnce(): Promise<number> {
    const taken = await this.#take();
    await this.#settle();
    return taken;
  }

  async #run(): Promise<void> {
    const { pollMs = 1_000, logger } = this.#options;
    while (!this.#stopping.signal.aborted) {
      this.#wake = new AbortController();
      try {
        await this.#take();
      } catch (error) {
        logger.warn(`Could not look for work: ${error}`);
      }
      await untilAborted(pollMs, this.#wake.signal, this.#stopping.signal);
    }
  }

  async #take(): Promise<number> {
    const { queue, handlers, concurrency } = this.#options;
    const { hostConcurrency = Math.ceil(concurrency / 2) } = this.#options;
    const limit = concurrency - this.#inFlight.size;
    if (limit <= 0) {
      return 0;
    }
    const leases = await queue.lease({
      limit,
      kinds: WORK_KINDS.filter(kind => handlers[kind] !== undefined),
      capacity: host => hostConcurrency - this.#countOf(host),
    });
    for (const lease of leases) {
      const done = this.#work(lease).finally(() => {
        this.#inFlight.delete(lease.token);
        this.wake();
      });
      this.#inFlight.set(lease.token, { host: lease.host, done });
    }
    return leases.length;
  }

  /** Never rejects. */
  async #work(lease: Lease): Promise<void> {
    const lost = new AbortController();
    const renewal = setInterval(
      () => this.#renew(lease, lost),
      this.#options.renewMs ?? 60_000,
    );
    const signal = AbortSignal.any([lost.signal, this.#stopping.signal]);
    try {
      const handler = this.#options.handlers[lease.kind];
      if (!handler) {
        throw new Error(`Nothing here works on rows of kind ${lease.kind}`);
      }
      await handler.handle(lease, signal);
    } catch (error) {
      await this.#failed(lease, error, signal);
    } finally {
      clearInterval(renewal);
    }
  }

  async #renew(lease: Lease, lost: AbortController): Promise<void> {
    try {
      if (!(await this.#options.queue.renew(lease))) {
        lost.abort();
      }
    } catch (error) {
      // The lease may still be ours: its token is checked again when the result is written.
      this.#options.logger.warn(`Could not renew ${lease.key}: ${error}`);
    }
  }

  async #failed(
    lease: Lease,
    error: unknown,
    signal: AbortSignal,
  ): Promise<void> {
    const { queue, logger, schedule, now = () => new Date() } = this.#options;
    try {
      if (signal.aborted) {
        await queue.giveBack(lease);
        return;
      }
      if (error instanceof StoreError && error.code === 'lease-lost') {
        logger.info(error.message);
        return;
      }
      logger.error(`Working on ${lease.key} failed`, toError(error));
      const problem = {
        code: 'verifier-failed' as const,
        message: 'The backend failed while indexing; its log says why.',
        side: 'store' as const,
      };
      const next = reschedule(lease, problem, schedule, now(), Math.random());
      await queue.release(lease, next);
    } catch (failure) {
      // The row comes back by itself when its lease ends.
      logger.warn(`Could not give ${lease.key} back: ${failure}`);
    }
  }

  #countOf(host: string): number {
    return [...this.#inFlight.values()].filter(work => work.host === host)
      .length;
  }

  async #settle(): Promise<void> {
    await Promise.all([...this.#inFlight.values()].map(({ done }) => done));
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
