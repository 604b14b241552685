import { StoreError } from './StoreError';

interface Waiting<T> {
  item: T;
  done: () => void;
  failed: (error: unknown) => void;
}

/** How writes are put together. */
export interface GroupCommitOptions<T> {
  /** Writes all of them, or throws and has written none. */
  write: (items: readonly T[]) => Promise<void>;
  /** How long the first of a group waits for others, milliseconds. 3 unless told. */
  waitMs?: number;
  /** Of one write. 240 unless told. */
  maxItems?: number;
  /** That wait; more are refused. 5,000 unless told. */
  maxWaiting?: number;
}

/**
 * Writes what comes at the same time in one statement. Each caller has its answer once its own item is committed; when a write fails, exactly
 * those whose items were in it are told so. One write runs at a time: what comes meanwhile is the next one.
 */
export class GroupCommit<T> {
  readonly #options: Required<GroupCommitOptions<T>>;
  #waiting: Waiting<T>[] = [];
  #busy = false;

  constructor(options: GroupCommitOptions<T>) {
    this.#options = {
      waitMs: 3,
      maxItems: 240,
      maxWaiting: 5_000,
      ...options,
    };
  }

  /** Resolves once it is committed. @throws what the write threw, StoreError `overloaded` */
  add(item: T): Promise<void> {
    if (this.#waiting.length >= this.#options.maxWaiting) {
      return Promise.reject(
        new StoreError(
          'overloaded',
          'More is to be written than the database takes',
        ),
      );
    }
    return new Promise((done, failed) => {
      this.#waiting.push({ item, done, failed });
      if (!this.#busy) {
        this.#busy = true;
        setTimeout(() => this.#drain(), this.#options.waitMs);
      }
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#writeOne(this.#waiting.splice(0, this.#options.maxItems));
    }
    this.#busy = false;
  }

  async #writeOne(group: readonly Waiting<T>[]): Promise<void> {
    try {
      await this.#options.write(group.map(({ item }) => item));
    } catch (error) {
      group.forEach(({ failed }) => failed(error));
      return;
    }
    group.forEach(({ done }) => done());
  }
}
