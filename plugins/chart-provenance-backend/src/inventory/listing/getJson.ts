import {
  errorFromResponse,
  followRedirects,
  OrasError,
  Transport,
  TransportResponse,
} from 'chart-provenance-oras';
import { MAX_PAGE_BYTES } from './bounds';

/** One question to a registry's own API. */
export interface JsonQuestion {
  transport: Transport;
  url: string;
  /** For messages: `the repositories of acme`. */
  what: string;
  authorization?: string;
  headers?: Readonly<Record<string, string>>;
  signal: AbortSignal;
}

/**
 * Asks for one page. A redirect is followed on the same origin only, and what an answer says of the next page is no address to go to.
 *
 * @throws OrasError for every status but 200, and for what is no JSON
 */
export async function getJson(
  question: JsonQuestion,
): Promise<{ json: unknown; headers: TransportResponse['headers'] }> {
  const { transport, url, what, authorization, signal } = question;
  const request = {
    method: 'GET',
    url,
    headers: {
      accept: 'application/json',
      ...question.headers,
      ...(authorization && { authorization }),
    },
    maxBytes: MAX_PAGE_BYTES,
    signal,
  } as const;
  const response = await followRedirects(transport, request, 'origin');
  if (response.status !== 200) {
    throw errorFromResponse(response, { what, url, authorization });
  }
  const { headers, body } = response;
  try {
    return { json: JSON.parse(new TextDecoder().decode(body)), headers };
  } catch (cause) {
    throw unreadable(url, what, cause);
  }
}

/** An answer that is not of the form it should have. */
export function unreadable(
  url: string,
  what: string,
  cause?: unknown,
): OrasError {
  const { host } = new URL(url);
  return new OrasError(
    'malformed-response',
    `${host}: ${what} cannot be read`,
    { host, cause },
  );
}
