import { z } from 'zod';
import { parseRetryAfter } from '../retry/parseRetryAfter';
import { OrasError, OrasErrorCode } from './OrasError';

const SHOWN_ERRORS = 3;
const SHOWN_CHARACTERS = 200;

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
const errorsSchema = z.object({
  errors: z.array(
    z.object({
      code: z.string().catch(''),
      message: z.string().catch(''),
    }),
  ),
});

/**
 * @public
 */
export interface FailedExchange {
  /** What was wanted, for the message: `acme/charts/payments:1.8.2`. Our own words, never the registry's. */
  what: string;
  url: string;
  /** Sent with the request: must not come back in a message. */
  authorization?: string;
  now?: number;
}

/**
 * What an answer that is no success means. The registry's own words are repeated, cut and cleaned; nothing that was sent as a
 * credential is.
 *
 * @public
 */
export function errorFromResponse(
  response: {
    status: number;
    headers: Readonly<Record<string, string>>;
    body: Uint8Array;
  },
  exchange: FailedExchange,
): OrasError {
  const { host } = new URL(exchange.url);
  const { status } = response;
  const said = registryWords(response.body, exchange.authorization);
  return new OrasError(
    codeOf(status),
    `${host}: ${exchange.what}: HTTP ${status}${said ? ` (${said})` : ''}`,
    {
      host,
      status,
      retryAfterMs: parseRetryAfter(
        response.headers['retry-after'],
        exchange.now ?? Date.now(),
      ),
    },
  );
}

function codeOf(status: number): OrasErrorCode {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'denied';
    case 404:
    case 410:
      return 'not-found';
    case 429:
      return 'rate-limited';
    case 408:
      return 'timeout';
    case 413:
      return 'too-large';
    case 405:
    case 501:
      return 'unsupported';
    default:
      break;
  }
  if (status >= 300 && status < 400) {
    return 'redirect-refused';
  }
  return status >= 500 ? 'unavailable' : 'malformed-response';
}

function registryWords(body: Uint8Array, authorization = ''): string {
  const parsed = errorsSchema.safeParse(json(body));
  if (!parsed.success) {
    return '';
  }
  return parsed.data.errors
    .slice(0, SHOWN_ERRORS)
    .map(({ code, message }) => [code, message].filter(Boolean).join(': '))
    .map(text => withoutSecrets(text, authorization))
    .map(text => text.replace(/[^\x20-\x7e]+/g, ' ').slice(0, SHOWN_CHARACTERS))
    .join('; ');
}

function json(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

function withoutSecrets(text: string, authorization: string): string {
  const [, encoded = ''] = authorization.split(' ');
  const plain = Buffer.from(encoded, 'base64').toString('utf8');
  const secrets = [encoded, plain, plain.slice(plain.indexOf(':') + 1)];
  return secrets
    .filter(secret => secret.length >= 4)
    .reduce((cleaned, secret) => cleaned.split(secret).join('***'), text)
    .replace(/\b(Bearer|Basic)\s+\S+/gi, '$1 ***');
}
