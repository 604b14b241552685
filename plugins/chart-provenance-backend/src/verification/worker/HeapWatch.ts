import { Worker } from 'node:worker_threads';

const EVERY_MS = 100;
const MEBIBYTE = 1024 * 1024;

/**
 * Looks after the memory that a thread takes while it works on one thing. V8's own limit is no substitute: where it is reached in
 * native code it ends the whole process, and where the process runs with `--max-old-space-size` that flag replaces it. What counts is
 * growth, because what earlier work left behind may lie around for long.
 */
export class HeapWatch {
  readonly #worker: Worker;
  readonly #heapMb: number;
  readonly #onTooMuch: (reason: string) => void;
  #timer: NodeJS.Timeout | undefined;
  #before: number | undefined;

  constructor(
    worker: Worker,
    heapMb: number,
    onTooMuch: (reason: string) => void,
  ) {
    this.#worker = worker;
    this.#heapMb = heapMb;
    this.#onTooMuch = onTooMuch;
  }

  start(): void {
    this.#before = undefined;
    this.#timer ??= setInterval(() => this.#look(), EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    this.#worker.getHeapStatistics().then(
      ({ used_heap_size: used, external_memory: external }) => {
        this.#before ??= used + external;
        const grown = used + external - this.#before;
        if (this.#timer && grown > this.#heapMb * MEBIBYTE) {
          this.#onTooMuch('took too much memory');
        }
      },
      // It has ended meanwhile.
      () => undefined,
    );
  }
}
