import type { Worker } from 'node:worker_threads';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import {
  LintReport,
  LintRequest,
} from 'backstage-plugin-chart-provenance-common';
import { TooManyRequestsError } from '../TooManyRequestsError';
import { Told } from './messages';
import { StartThread } from './startLintThread';

/** What the thread may take. */
export interface LintLimits {
  /** Milliseconds for one text. */
  textMs: number;
  /** Milliseconds until the thread is there. */
  startMs: number;
  /** Texts that wait. */
  queue: number;
}

/** What is given unless a test says otherwise. */
export const LINT_LIMITS: LintLimits = {
  textMs: 250,
  startMs: 30_000,
  queue: 32,
};

interface Task {
  request: LintRequest;
  resolve: (report: LintReport) => void;
  reject: (error: Error) => void;
}

/**
 * Checks one text after the other, in a thread that is started when it is first needed. A text that takes longer than it may ends the thread
 * and is refused; those behind it go to the next one.
 */
export class LintPool {
  readonly #start: StartThread;
  readonly #limits: LintLimits;
  readonly #waiting: Task[] = [];
  #thread: Worker | undefined;
  #isReady = false;
  #atWork: Task | undefined;
  #timer: NodeJS.Timeout | undefined;
  #id = 0;
  #closed = false;

  constructor(start: StartThread, limits: LintLimits = LINT_LIMITS) {
    this.#start = start;
    this.#limits = limits;
  }

  /** @throws InputError for a text that takes too long, TooManyRequestsError when too many wait, ServiceUnavailableError */
  check(request: LintRequest): Promise<LintReport> {
    if (this.#closed) {
      return Promise.reject(unavailable('it is shutting down'));
    }
    if (this.#waiting.length >= this.#limits.queue) {
      return Promise.reject(
        new TooManyRequestsError('Too many texts wait to be checked', 1),
      );
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const thread = this.#end();
    this.#refuseAll('it is shutting down');
    await thread?.terminate();
  }

  #next(): void {
    if (this.#atWork || this.#waiting.length === 0) {
      return;
    }
    if (!this.#thread) {
      this.#launch();
      return;
    }
    if (!this.#isReady) {
      return;
    }
    const task = this.#waiting.shift()!;
    this.#atWork = task;
    this.#id += 1;
    this.#after(this.#limits.textMs, () => {
      this.#giveUp(
        new InputError(
          `Checking the text took longer than ${
            this.#limits.textMs
          } ms, so it was not checked: check parts of it`,
        ),
      );
    });
    this.#thread.ref();
    this.#thread.postMessage({ id: this.#id, request: task.request });
  }

  #launch(): void {
    let thread: Worker;
    try {
      thread = this.#start();
    } catch {
      this.#refuseAll('its thread does not start');
      return;
    }
    this.#thread = thread;
    this.#after(this.#limits.startMs, () => this.#died(thread));
    thread.on('message', (told: Told) => this.#told(thread, told));
    thread.on('error', () => this.#died(thread));
    thread.on('exit', () => this.#died(thread));
  }

  #told(thread: Worker, told: Told): void {
    if (thread !== this.#thread) {
      return;
    }
    if (told.type === 'ready') {
      this.#isReady = true;
      this.#stopTimer();
      // Without work it holds no process up.
      thread.unref();
    } else if (told.id === this.#id && this.#atWork) {
      this.#stopTimer();
      const { resolve } = this.#atWork;
      this.#atWork = undefined;
      thread.unref();
      resolve(told.report);
    }
    this.#next();
  }

  /** With a text at work it is the text that ended it; without one no other thread would live. */
  #died(thread: Worker): void {
    if (thread !== this.#thread) {
      return;
    }
    if (this.#atWork) {
      this.#giveUp(
        new InputError(
          'Checking the text took too much, so it was not checked',
        ),
      );
    } else {
      const wasReady = this.#isReady;
      this.#end()?.terminate();
      if (!wasReady) {
        this.#refuseAll('its thread does not start');
      }
    }
  }

  #giveUp(error: Error): void {
    const task = this.#atWork;
    this.#atWork = undefined;
    this.#end()?.terminate();
    task?.reject(error);
    this.#next();
  }

  /** @returns the thread that was, which is no longer listened to. */
  #end(): Worker | undefined {
    const thread = this.#thread;
    this.#thread = undefined;
    this.#isReady = false;
    this.#stopTimer();
    return thread;
  }

  #refuseAll(why: string): void {
    const atWork = this.#atWork;
    this.#atWork = undefined;
    for (const { reject } of [
      ...(atWork ? [atWork] : []),
      ...this.#waiting.splice(0),
    ]) {
      reject(unavailable(why));
    }
  }

  #after(ms: number, act: () => void): void {
    this.#stopTimer();
    this.#timer = setTimeout(act, ms);
    this.#timer.unref();
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function unavailable(why: string): ServiceUnavailableError {
  return new ServiceUnavailableError(`Texts cannot be checked: ${why}`);
}
