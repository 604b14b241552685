import { OrasError } from 'chart-provenance-oras';

/** A fixed number of places, handed over in the order they were asked for. */
export class Places {
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(private readonly count: number) {}

  /** Resolves with a place. @throws OrasError `aborted` when the caller gave up before it had one */
  async take(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) {
      throw gaveUp();
    }
    if (this.#taken < this.count) {
      this.#taken += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const placed = new AbortController();
      const take = () => {
        placed.abort();
        resolve();
      };
      this.#waiting.push(take);
      const giveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(gaveUp());
      };
      signal?.addEventListener('abort', giveUp, { signal: placed.signal });
    });
  }

  /** The place is handed over by whoever leaves, so that nobody slips in between. */
  leave(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
    } else {
      this.#taken -= 1;
    }
  }
}

/** @internal */
export function gaveUp(): OrasError {
  return new OrasError('aborted', 'Aborted while waiting to be sent');
}
