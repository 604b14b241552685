import { IncomingMessage } from 'node:http';
import { repositoryOf } from './Route';

/**
 * What a test may ask about a request that came. The credentials themselves are not kept.
 *
 * @public
 */
export interface RecordedRequest {
  method: string;
  /** Path without the query, as it came. */
  path: string;
  /** Query with its `?`, or the empty string. */
  search: string;
  /** The repository the path names, when it names one. */
  repository?: string;
  /** Scheme of the `Authorization` header in lower case (`basic`, `bearer`); absent when no header came. */
  authorizationScheme?: string;
  /** The `Host` header. */
  host?: string;
  headers: Readonly<Record<string, string>>;
  /** Status of the answer; absent while there is none. */
  status?: number;
  /** Kind of the fault that was played on it. */
  fault?: string;
}

// A credential that reached the log would reach the output of a failed test.
const SECRET_HEADERS = new Set(['authorization', 'cookie']);

/** @internal */
export function recordRequest(request: IncomingMessage): RecordedRequest {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const { authorization, host } = request.headers;
  return {
    method: request.method ?? 'GET',
    path,
    search: mark < 0 ? '' : target.slice(mark),
    repository: repositoryOf(path),
    authorizationScheme: authorization?.split(' ', 1)[0].toLowerCase(),
    host,
    headers: Object.fromEntries(
      Object.entries(request.headers)
        .filter(([name]) => !SECRET_HEADERS.has(name))
        .map(([name, value]) => [name, String(value)]),
    ),
  };
}
