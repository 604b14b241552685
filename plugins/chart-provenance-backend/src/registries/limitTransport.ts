import { setTimeout as sleepFor } from 'node:timers/promises';
import { OrasError, Transport } from 'chart-provenance-oras';

/** How hard one host may be asked. */
export interface RequestLimits {
  /** Requests in flight. */
  concurrency: number;
  requestsPerSecond: number;
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: () => number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}

/**
 * A transport that keeps to a host's limits: requests wait for a place and for their moment, first come, first served. Put
 * it inside the retrying transport, so that a repeated request counts again and one that waits to be repeated holds no place.
 */
export function limitTransport(
  transport: Transport,
  limits: RequestLimits,
): Transport {
  const now = limits.now ?? Date.now;
  const sleep =
    limits.sleep ?? ((ms, signal) => sleepFor(ms, undefined, { signal }));
  const spacingMs = 1000 / limits.requestsPerSecond;
  const waiting: (() => void)[] = [];
  let inFlight = 0;
  let nextStart = 0;

  const takePlace = async () => {
    if (inFlight < limits.concurrency) {
      inFlight += 1;
      return;
    }
    // The place is handed over by whoever leaves, so that nobody slips in between.
    await new Promise<void>(resolve => waiting.push(resolve));
  };
  const leavePlace = () => {
    const next = waiting.shift();
    if (next) {
      next();
    } else {
      inFlight -= 1;
    }
  };
  const awaitMoment = async (signal?: AbortSignal) => {
    const start = Math.max(now(), nextStart);
    nextStart = start + spacingMs;
    if (start > now()) {
      await sleep(start - now(), signal).catch(() => undefined);
    }
  };

  return async request => {
    await takePlace();
    try {
      await awaitMoment(request.signal);
      if (request.signal?.aborted) {
        throw new OrasError('aborted', 'Aborted while waiting to be sent');
      }
      return await transport(request);
    } finally {
      leavePlace();
    }
  };
}
