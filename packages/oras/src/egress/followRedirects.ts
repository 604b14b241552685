import { OrasError } from '../error/OrasError';
import type {
  Transport,
  TransportRequest,
  TransportResponse,
} from './Transport';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const HOPS = 5;
const CREDENTIALS = /^(authorization|proxy-authorization|cookie)$/i;

/**
 * Sends a GET or HEAD and follows at most five redirects. They lead to https only, or stay on a plain http origin; credentials
 * stay on the origin they were meant for, and do not come back when a later hop does. A challenge from elsewhere is taken out of the
 * answer. Every hop passes the transport's checks.
 *
 * @param scope - `origin`: a redirect to another origin is refused; `any`: it is followed without credentials
 * @throws OrasError `redirect-refused`
 * @public
 */
export async function followRedirects(
  transport: Transport,
  request: TransportRequest,
  scope: 'origin' | 'any',
): Promise<TransportResponse> {
  const start = new URL(request.url);
  let url = start;
  let { headers = {}, redirected = false } = request;
  for (let hop = 0; hop <= HOPS; hop++) {
    const response = await transport({
      ...request,
      url: url.href,
      headers,
      redirected,
    });
    if (!REDIRECTS.has(response.status)) {
      return redirected ? withoutChallenge(response) : response;
    }
    const next = nextUrl(url, response, start.host);
    if (next.origin !== url.origin) {
      if (scope === 'origin' || next.protocol !== 'https:') {
        throw refused(start.host, `to ${next.protocol}//${next.host}`);
      }
      headers = withoutCredentials(headers);
      redirected = true;
    }
    url = next;
  }
  throw refused(start.host, `more than ${HOPS} times`);
}

function nextUrl(url: URL, { headers }: TransportResponse, host: string): URL {
  const { location } = headers;
  if (location === undefined || !URL.canParse(location, url.href)) {
    throw refused(host, 'without an address');
  }
  const next = new URL(location, url);
  next.hash = '';
  return next;
}

/** How to show credentials to the registry is not for whoever it redirects to. */
function withoutChallenge(response: TransportResponse): TransportResponse {
  const { 'www-authenticate': _, ...headers } = response.headers;
  return { ...response, headers };
}

function withoutCredentials(
  headers: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !CREDENTIALS.test(name)),
  );
}

function refused(host: string, where: string): OrasError {
  return new OrasError('redirect-refused', `${host} redirects ${where}`, {
    host,
  });
}
