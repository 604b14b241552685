import type { Dispatcher } from 'undici';
import { OrasError } from '../error/OrasError';
import type { EgressOptions } from './EgressOptions';
import { drop, readBeginning, readBody } from './readBody';
import { unpacked } from './unpacked';
import type { TransportRequest, TransportResponse } from './Transport';

const DEFAULT_LIMIT = 1024 * 1024;

/**
 * One request on a connection that was checked, and its answer within its bounds.
 *
 * @internal
 */
export async function exchange(
  dispatcher: Dispatcher,
  url: URL,
  request: TransportRequest,
  signal: AbortSignal,
  options: EgressOptions,
): Promise<TransportResponse> {
  const { headersMs = 20_000, bodyMs = 20_000 } = options.timeouts ?? {};
  const answer = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: request.method,
    headers: {
      'user-agent': options.userAgent ?? 'chart-provenance-oras',
      ...request.headers,
      'accept-encoding': request.acceptGzip ? 'gzip' : 'identity',
    },
    body: request.body ?? null,
    headersTimeout: headersMs,
    bodyTimeout: bodyMs,
    signal,
  });
  const { statusCode: status, body } = answer;
  const headers = flatten(answer.headers);
  const success = status >= 200 && status < 300;
  if (request.method === 'HEAD' || !success) {
    return { status, headers, body: await readBeginning(body) };
  }
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  const gzip = encoding === 'gzip' && request.acceptGzip === true;
  if (encoding !== 'identity' && !gzip) {
    drop(body);
    throw new OrasError(
      'malformed-response',
      `${url.host}: the answer is encoded in a way that was not accepted`,
      { host: url.host, status },
    );
  }
  const { maxBytes = DEFAULT_LIMIT } = request;
  const declared = headers['content-length'];
  const whole = await readBody(
    gzip ? unpacked(body) : body,
    maxBytes,
    declared,
    url.host,
  );
  return { status, headers, body: whole };
}

function flatten(
  headers: Record<string, string | string[] | undefined>,
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) {
      result[name.toLowerCase()] = [value].flat().join(', ');
    }
  }
  return result;
}
