interface Line<T> {
  running: Promise<T>;
  queued: Promise<T> | undefined;
}

/**
 * Shares answers between those who ask the same at the same time, without any answer being older than its question: a call that has begun is
 * shared with nobody who came later; they share the next one. So of each key one call runs and one waits, however many ask.
 */
export class Coalescer<T> {
  readonly #lines = new Map<string, Line<T>>();

  /** `call` may be another's of the same key; it begins after this was asked. */
  ask(key: string, call: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(key);
    if (!line) {
      return this.#run(key, call);
    }
    line.queued ??= line.running.then(
      () => this.#run(key, call),
      () => this.#run(key, call),
    );
    return line.queued;
  }

  #run(key: string, call: () => Promise<T>): Promise<T> {
    const line: Line<T> = { running: call(), queued: undefined };
    this.#lines.set(key, line);
    const leave = () => {
      if (line.queued === undefined) {
        this.#lines.delete(key);
      }
    };
    line.running.then(leave, leave);
    return line.running;
  }
}
