import { OrasError } from '../error/OrasError';

interface Flight<T> {
  result: Promise<T>;
  waiting: number;
  landed: boolean;
  abort: AbortController;
}

/**
 * Work that several callers need at the same moment, done once for all of them. Each leaves by a signal of its own; the work is
 * aborted when the last one has left, and never by one alone.
 *
 * @public
 */
export class SharedFlights<T> {
  private readonly flights = new Map<string, Flight<T>>();

  /**
   * Joins the work under this key, or begins it.
   *
   * @throws OrasError `aborted` for the caller whose signal says so; else what the work throws, the same to all
   */
  async join(
    key: string,
    signal: AbortSignal | undefined,
    begin: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (signal?.aborted) {
      throw aborted(signal);
    }
    const flight = this.flights.get(key) ?? this.depart(key, begin);
    flight.waiting += 1;
    try {
      return await (signal
        ? untilAborted(flight.result, signal)
        : flight.result);
    } finally {
      this.leave(key, flight);
    }
  }

  private depart(
    key: string,
    begin: (signal: AbortSignal) => Promise<T>,
  ): Flight<T> {
    const abort = new AbortController();
    const flight: Flight<T> = {
      result: begin(abort.signal).finally(() => {
        flight.landed = true;
        this.forget(key, flight);
      }),
      waiting: 0,
      landed: false,
      abort,
    };
    // Everybody may have left when it fails.
    flight.result.catch(() => undefined);
    this.flights.set(key, flight);
    return flight;
  }

  private leave(key: string, flight: Flight<T>): void {
    flight.waiting -= 1;
    if (flight.waiting === 0 && !flight.landed) {
      // Nobody may join work that is being given up.
      this.forget(key, flight);
      flight.abort.abort();
    }
  }

  private forget(key: string, flight: Flight<T>): void {
    if (this.flights.get(key) === flight) {
      this.flights.delete(key);
    }
  }
}

async function untilAborted<T>(
  result: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  let give: () => void = () => undefined;
  const gone = new Promise<never>((_, reject) => {
    give = () => reject(aborted(signal));
    signal.addEventListener('abort', give, { once: true });
  });
  try {
    return await Promise.race([result, gone]);
  } finally {
    signal.removeEventListener('abort', give);
  }
}

function aborted(signal: AbortSignal): OrasError {
  return new OrasError('aborted', 'The caller gave up', {
    cause: signal.reason,
  });
}
