/** What one reading of a cluster may cost. Generous for any cluster that is used in earnest. */
export interface ReadingBounds {
  /** Of one answer. Ten objects, as large as etcd takes them, fit in. */
  answerBytes: number;
  /** Of all answers together. */
  totalBytes: number;
  /** Answers. */
  requests: number;
  /** Objects of all kinds. */
  objects: number;
  /** Objects asked for at a time; the second when the first gives too large an answer. */
  pageSizes: readonly [number, number];
  /** Milliseconds one answer may take, to its end. */
  requestMs: number;
}

export const DEFAULT_BOUNDS: ReadingBounds = {
  answerBytes: 16 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
  requests: 1_000,
  objects: 20_000,
  pageSizes: [100, 10],
  requestMs: 30_000,
};

/** Counts down what a reading may still cost. */
export class ReadingBudget {
  #bytes: number;
  #requests: number;
  #objects: number;

  constructor(bounds: ReadingBounds) {
    this.#bytes = bounds.totalBytes;
    this.#requests = bounds.requests;
    this.#objects = bounds.objects;
  }

  /** Takes one request. */
  request(): void {
    this.#requests -= 1;
  }

  /** Takes what an answer held. */
  answer(bytes: number, objects: number): void {
    this.#bytes -= bytes;
    this.#objects -= objects;
  }

  /** How many more objects may be kept. */
  get objects(): number {
    return Math.max(0, this.#objects);
  }

  /** Why nothing more may be read; undefined while something may. */
  get spent(): string | undefined {
    if (this.#requests <= 0) {
      return 'it takes too many requests';
    }
    if (this.#objects <= 0) {
      return 'it holds too many objects';
    }
    return this.#bytes <= 0 ? 'its answers are too large' : undefined;
  }
}
