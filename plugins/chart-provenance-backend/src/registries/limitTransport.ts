import { setTimeout as sleepFor } from 'node:timers/promises';
import { Transport } from 'chart-provenance-oras';
import { gaveUp, Places } from './Places';

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
  const places = new Places(limits.concurrency);
  let nextStart = 0;

  const awaitMoment = async (signal?: AbortSignal) => {
    const start = Math.max(now(), nextStart);
    nextStart = start + spacingMs;
    if (start > now()) {
      await sleep(start - now(), signal).catch(() => undefined);
    }
  };

  return async request => {
    await places.take(request.signal);
    try {
      await awaitMoment(request.signal);
      if (request.signal?.aborted) {
        throw gaveUp();
      }
      return await transport(request);
    } finally {
      places.leave();
    }
  };
}
