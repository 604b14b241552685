import { backOffMs } from './backOffMs';
import { ThreadLimits } from './limits';
import { SpawnThread } from './spawnThread';
import { Task } from './Task';
import { PreparedTrust } from './verifyHere';
import { VerifierThread } from './VerifierThread';

/** More than this are refused; whoever asks keeps eight at most for each chart. */
const MAX_WAITING = 4096;
/** A second try tells what broke over the evidence from what broke beside it. */
const MAX_DEATHS = 2;
/** After so many threads in a row that never were ready, what waits is refused. */
const MAX_FAILED_STARTS = 3;

/** What a pool is made of. */
export interface ThreadPoolOptions {
  size: number;
  limits: ThreadLimits;
  spawn: SpawnThread;
  trust: PreparedTrust;
  /** Told once, when the first thread is ready. */
  onReady?: () => void;
  /** Told of each thread that ended by itself or had to be ended. */
  onEnded?: (reason: string) => void;
}

/** Does tasks in the order in which they came, in so many threads; started when there is something to do, replaced when they end. */
export class ThreadPool {
  readonly #options: ThreadPoolOptions;
  readonly #threads = new Map<VerifierThread, Task | undefined>();
  #waiting: Task[] = [];
  #trust: PreparedTrust;
  #closed = false;
  #endedInARow = 0;
  #failedStarts = 0;
  #pause: NodeJS.Timeout | undefined;
  #restarted = 0;
  #problem: string | null = null;
  #announced = false;

  constructor(options: ThreadPoolOptions) {
    this.#options = options;
    this.#trust = options.trust;
  }

  get state() {
    const tasks = [...this.#threads.values()];
    return {
      workers: this.#options.size,
      busy: tasks.filter(task => task !== undefined).length,
      restarted: this.#restarted,
      problem: this.#problem,
    };
  }

  /** Starts the first thread, before there is anything to do: that none can be started shows early. */
  warm(): void {
    this.#start();
    this.#work();
  }

  add(task: Task): void {
    if (this.#closed) {
      task.refuse('it was closed');
    } else if (this.#waiting.length >= MAX_WAITING) {
      task.refuse('too much is waiting already');
    } else {
      this.#waiting.push(task);
      this.#work();
    }
  }

  /** For what no thread was given yet. */
  use(trust: PreparedTrust): void {
    this.#trust = trust;
    for (const thread of this.#threads.keys()) {
      thread.prepare(trust);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#pause);
    this.#refuseWaiting('it was closed');
    await Promise.all([...this.#threads.keys()].map(thread => thread.end()));
  }

  /** Gives what waits to threads that are free, and starts one more where none is. */
  #work(): void {
    for (const thread of this.#threads.keys()) {
      const task = thread.idle ? this.#waiting.shift() : undefined;
      if (task) {
        this.#give(task, thread);
      }
    }
    const { size } = this.#options;
    if (this.#waiting.length > 0 && !this.#pause && !this.#closed) {
      const starting = [...this.#threads.keys()].some(
        thread => !thread.idle && !thread.busy,
      );
      if (this.#threads.size < size && !starting) {
        this.#start();
      }
    }
    for (const thread of this.#threads.keys()) {
      thread.hold(thread.busy || this.#waiting.length > 0);
    }
  }

  #give(task: Task, thread: VerifierThread): void {
    const trust = this.#trust;
    this.#threads.set(thread, task);
    thread.ask(task.hand(), found => {
      task.answer(found, trust);
      this.#threads.set(thread, undefined);
      this.#endedInARow = 0;
    });
  }

  #start(): void {
    const { spawn, limits } = this.#options;
    let wasReady = false;
    try {
      const thread: VerifierThread = new VerifierThread(spawn(limits), limits, {
        onReady: () => {
          wasReady = true;
          this.#failedStarts = 0;
          this.#problem = null;
          this.#announce();
          this.#work();
        },
        onFree: () => this.#work(),
        onEnd: reason => this.#ended(thread, reason, wasReady),
      });
      this.#threads.set(thread, undefined);
      thread.prepare(this.#trust);
    } catch {
      this.#afterEnd('could not be started', false);
    }
  }

  #ended(thread: VerifierThread, reason: string, wasReady: boolean): void {
    const task = this.#threads.get(thread);
    this.#threads.delete(thread);
    if (this.#closed) {
      task?.refuse('it was closed');
      return;
    }
    if (task) {
      task.deaths += 1;
      if (task.deaths < MAX_DEATHS) {
        this.#waiting.push(task);
      } else {
        task.giveUp(this.#trust);
      }
    }
    this.#afterEnd(reason, wasReady);
  }

  #afterEnd(reason: string, wasReady: boolean): void {
    this.#restarted += 1;
    this.#endedInARow += 1;
    this.#options.onEnded?.(reason);
    if (!wasReady) {
      this.#failedStarts += 1;
      this.#problem = `The last thread that was started ${reason}.`;
      if (this.#failedStarts >= MAX_FAILED_STARTS) {
        this.#refuseWaiting('no thread can be started');
      }
    }
    this.#pause ??= setTimeout(() => {
      this.#pause = undefined;
      this.#work();
    }, backOffMs(this.#endedInARow));
  }

  #announce(): void {
    if (!this.#announced) {
      this.#announced = true;
      this.#options.onReady?.();
    }
  }

  #refuseWaiting(reason: string): void {
    const refused = this.#waiting;
    this.#waiting = [];
    refused.forEach(task => task.refuse(reason));
  }
}
