import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { Answer, fromThreadSchema, ToThread } from './messages';
import { HeapWatch } from './HeapWatch';
import { ThreadLimits } from './limits';
import { Handed } from './Question';
import { PreparedTrust } from './verifyHere';

/** What a thread tells of itself. */
export interface ThreadEvents {
  /** The trust material that was sent last is prepared, as it is here: it may be asked. */
  onReady(): void;
  /** It has answered, and may be asked again. */
  onFree(): void;
  /** Once, when it has ended, by itself or not. `reason` follows "it ". */
  onEnd(reason: string): void;
}

interface Pending {
  id: number;
  /** Reads the answer; what it throws ends the thread. */
  read: (found: Answer) => void;
  timer: NodeJS.Timeout;
}

const errorSchema = z.looseObject({
  code: z.string().optional(),
  message: z.string(),
});

/**
 * One thread that verifies. It is asked one thing at a time, and ended as soon as it does anything unexpected: takes too long, too much
 * memory, comes to another hash than this thread does, or answers what it was not asked.
 */
export class VerifierThread {
  readonly #worker: Worker;
  readonly #limits: ThreadLimits;
  readonly #events: ThreadEvents;
  readonly #heap: HeapWatch;
  readonly #expectedHashes: string[] = [];
  #starting: NodeJS.Timeout | undefined;
  #pending: Pending | undefined;
  #asked = 0;
  #wasReady = false;
  #end: Promise<void> | undefined;

  constructor(worker: Worker, limits: ThreadLimits, events: ThreadEvents) {
    this.#worker = worker;
    this.#limits = limits;
    this.#events = events;
    this.#heap = new HeapWatch(worker, limits.heapMb, reason =>
      this.#finish(reason),
    );
    worker.on('message', message => this.#read(message));
    worker.on('messageerror', () => this.#finish('sent what cannot be read'));
    worker.on('error', error => this.#finish(this.#describe(error)));
    worker.on('exit', code => this.#finish(`ended with code ${code}`));
  }

  get busy(): boolean {
    return this.#pending !== undefined;
  }

  /** It has nothing to do, and the trust material it was sent last is prepared. */
  get idle(): boolean {
    return !this.#end && !this.busy && this.#expectedHashes.length === 0;
  }

  /** To be used for what it is asked from then on. */
  prepare({ input, asOf, hash }: PreparedTrust): void {
    this.#expectedHashes.push(hash);
    this.#starting ??= setTimeout(
      () => this.#finish('was not ready in time'),
      this.#limits.startMs,
    ).unref();
    this.#post({ type: 'trust', trust: input, asOf });
  }

  /** @param read - is given the answer, and throws when it is none; never called when the thread ends before. */
  ask({ question, buffers }: Handed, read: (found: Answer) => void): void {
    this.#asked += 1;
    const id = this.#asked;
    const timer = setTimeout(
      () => this.#finish('took too long'),
      this.#limits.taskMs,
    );
    this.#pending = { id, read, timer };
    this.#heap.start();
    this.#post({ ...question, id }, buffers);
  }

  /** Whether the process stays alive for it. */
  hold(held: boolean): void {
    if (held) {
      this.#worker.ref();
    } else {
      this.#worker.unref();
    }
  }

  /** Resolves when it has ended. */
  async end(): Promise<void> {
    this.#finish('was ended');
    await this.#end;
  }

  #post(message: ToThread, handedOver: ArrayBuffer[] = []): void {
    try {
      this.#worker.postMessage(message, handedOver);
    } catch {
      this.#finish('could not be sent what it was asked');
    }
  }

  #read(message: unknown): void {
    const parsed = fromThreadSchema.safeParse(message);
    if (!parsed.success) {
      this.#finish('sent what cannot be read');
    } else if (parsed.data.type === 'ready') {
      this.#ready(parsed.data.materialHash);
    } else {
      this.#answered(parsed.data);
    }
  }

  #ready(materialHash: string): void {
    if (this.#expectedHashes.shift() !== materialHash) {
      this.#finish('came to other trust material or runs other code');
      return;
    }
    if (this.#expectedHashes.length === 0) {
      this.#wasReady = true;
      clearTimeout(this.#starting);
      this.#starting = undefined;
      this.#events.onReady();
    }
  }

  #answered({ id, answer }: { id: number; answer: Answer }): void {
    const pending = this.#pending;
    if (this.#end || pending?.id !== id) {
      this.#finish('answered what it was not asked');
      return;
    }
    try {
      pending.read(answer);
    } catch {
      this.#finish('answered what it was not asked');
      return;
    }
    this.#settle();
    this.#events.onFree();
  }

  #settle(): void {
    clearTimeout(this.#pending?.timer);
    this.#pending = undefined;
    this.#heap.stop();
  }

  /** Once it was ready, a message may repeat what a publisher wrote. */
  #describe(error: unknown): string {
    const known = errorSchema.safeParse(error).data;
    if (known?.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      return 'took too much memory';
    }
    return this.#wasReady || !known ? 'broke' : `broke: ${known.message}`;
  }

  #finish(reason: string): void {
    if (this.#end) {
      return;
    }
    this.#settle();
    clearTimeout(this.#starting);
    this.#end = this.#worker.terminate().then(() => undefined);
    this.#events.onEnd(reason);
  }
}
