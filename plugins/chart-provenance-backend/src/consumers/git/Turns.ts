import { setImmediate } from 'node:timers/promises';

const TURN_MS = 20;

/** Gives the other work of the process its turn now and then. */
export class Turns {
  readonly #signal: AbortSignal;
  #since = performance.now();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Call it between steps. @throws the signal's reason when it fired */
  async next(): Promise<void> {
    if (performance.now() - this.#since > TURN_MS) {
      await setImmediate();
      this.#signal.throwIfAborted();
      this.#since = performance.now();
    }
  }
}
