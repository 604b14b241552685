import { OrasError } from '../error/OrasError';
import type {
  Transport,
  TransportRequest,
  TransportResponse,
} from '../egress/Transport';
import { parseRetryAfter } from './parseRetryAfter';
import type { RetryOptions } from './RetryOptions';
import { sleep as realSleep } from './sleep';

const RETRIED: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * A transport that sends GET, HEAD and whatever is marked idempotent again after 429, 502, 503, 504 and failed connections, with
 * exponential back-off and jitter, or when the server asks for it. A timeout is not retried: the time is spent.
 *
 * @throws OrasError from the transport, also: `rate-limited` with `retryAfterMs` when the server wants more patience than
 * `maxWaitMs`, or still limits us after the last attempt. Other answers are returned as they are.
 * @public
 */
export function withRetry(
  transport: Transport,
  options: RetryOptions = {},
): Transport {
  const { attempts = 4, maxWaitMs = 20_000 } = options;
  const { now = Date.now, sleep = realSleep } = options;

  return async request => {
    const last = isRepeatable(request) ? Math.max(attempts, 1) : 1;
    for (let attempt = 1; ; attempt++) {
      const outcome = await attemptOnce(transport, request);
      if (!isTransient(outcome)) {
        return settled(outcome);
      }
      const asked =
        outcome instanceof OrasError
          ? undefined
          : parseRetryAfter(outcome.headers['retry-after'], now());
      const wait = asked ?? backoff(attempt, options);
      if (attempt >= last || wait > maxWaitMs) {
        return settled(limited(outcome, request, asked));
      }
      await sleep(wait, request.signal);
    }
  };
}

function isRepeatable({ method, idempotent }: TransportRequest): boolean {
  return method === 'GET' || method === 'HEAD' || idempotent === true;
}

async function attemptOnce(
  transport: Transport,
  request: TransportRequest,
): Promise<TransportResponse | OrasError> {
  try {
    return await transport(request);
  } catch (error) {
    if (error instanceof OrasError) {
      return error;
    }
    throw error;
  }
}

function isTransient(outcome: TransportResponse | OrasError): boolean {
  return outcome instanceof OrasError
    ? outcome.code === 'network'
    : RETRIED.has(outcome.status);
}

function settled(outcome: TransportResponse | OrasError): TransportResponse {
  if (outcome instanceof OrasError) {
    throw outcome;
  }
  return outcome;
}

function limited(
  outcome: TransportResponse | OrasError,
  request: TransportRequest,
  retryAfterMs: number | undefined,
): TransportResponse | OrasError {
  if (outcome instanceof OrasError || outcome.status !== 429) {
    return outcome;
  }
  const { host } = new URL(request.url);
  return new OrasError('rate-limited', `${host} limits us`, {
    host,
    status: outcome.status,
    retryAfterMs,
  });
}

function backoff(
  attempt: number,
  { baseMs = 250, maxWaitMs = 20_000, random = Math.random }: RetryOptions,
): number {
  const full = Math.min(baseMs * 2 ** (attempt - 1), maxWaitMs);
  return full / 2 + (full / 2) * random();
}
