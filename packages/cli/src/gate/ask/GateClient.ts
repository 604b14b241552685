import { Dispatcher, fetch } from 'undici';
import { Answer } from './Answer';
import { dispatcherFor } from './dispatcherFor';
import { Endpoint } from './Endpoint';
import { readBounded, TooLargeError } from './readBounded';
import { retryAfterOf } from './retryAfterOf';
import { failureOf } from './failureOf';

/** Bytes of a decision. */
const LARGEST_DECISION = 1024 * 1024;
const REQUEST_MS = 30_000;

/** What is asked of the API. */
export interface ApiRequest {
  method: 'GET' | 'POST';
  /** Relative to the API, with its query. */
  path: string;
  body?: unknown;
  /** Bytes of the answer; 1 MiB unless told. */
  maxBytes?: number;
}

/** Speaks HTTP with the API: bounded, without redirects, and with the token for its own origin only. */
export class GateClient {
  readonly #endpoint: Endpoint;
  readonly #timeoutMs: number;
  readonly #dispatcher: Dispatcher;

  constructor(endpoint: Endpoint, timeoutMs = REQUEST_MS) {
    this.#endpoint = endpoint;
    this.#timeoutMs = timeoutMs;
    this.#dispatcher = dispatcherFor(endpoint.url);
  }

  /** Never rejects. */
  async send(request: ApiRequest): Promise<Answer> {
    const { method, path, body, maxBytes = LARGEST_DECISION } = request;
    const { url, token } = this.#endpoint;
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        dispatcher: this.#dispatcher,
        signal: AbortSignal.timeout(this.#timeoutMs),
        headers: {
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(token !== null && { authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return {
        kind: 'answered',
        status: response.status,
        date: response.headers.get('date'),
        age: response.headers.get('age'),
        retryAfterSeconds: retryAfterOf(response.headers),
        body: jsonOf(await readBounded(response.body, maxBytes)),
      };
    } catch (error) {
      return error instanceof TooLargeError
        ? {
            kind: 'untrusted',
            why: `The answer has more than ${maxBytes} bytes.`,
          }
        : failureOf(error, new URL(url).host);
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
