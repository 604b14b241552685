import { TooManyRequestsError } from '../TooManyRequestsError';

const MAX_CALLERS = 10_000;

/** How many calls at once, and how many a second after that. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** What is left of a caller's calls, and since when. */
interface Left {
  calls: number;
  at: number;
}

/** Lets each caller call so often, and by this process only. */
export class CallerRate {
  readonly #rate: Rate;
  readonly #left = new Map<string, Left>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** @throws TooManyRequestsError */
  take(caller: string, now: number): void {
    const { burst, perSecond } = this.#rate;
    const { calls, at } = this.#left.get(caller) ?? { calls: burst, at: now };
    const have = Math.min(
      burst,
      calls + (Math.max(0, now - at) / 1000) * perSecond,
    );
    const isRefused = have < 1;
    // The one who called last is at the end, so that who has not called for longest is forgotten first.
    this.#left.delete(caller);
    this.#left.set(caller, { calls: isRefused ? have : have - 1, at: now });
    if (this.#left.size > MAX_CALLERS) {
      this.#left.delete(this.#left.keys().next().value!);
    }
    if (isRefused) {
      const seconds = Math.ceil((1 - have) / perSecond);
      throw new TooManyRequestsError(
        `You have texts checked too often; try again in ${seconds} s`,
        seconds,
      );
    }
  }
}
