import {
  Transport,
  TransportRequest,
  TransportResponse,
} from 'chart-provenance-oras';

/** One request that left, and what came of it. Holds credentials: it never leaves this room. */
export interface Exchange {
  /** `token`: asked of a token service; `registry`: everything else. */
  to: 'registry' | 'token';
  request: TransportRequest;
  /** An Authorization header or a refresh token went with it. */
  signedIn: boolean;
  /** When its outcome was there, milliseconds since the epoch. */
  at: number;
  response?: TransportResponse;
  error?: unknown;
}

/** Calls of the distribution API; whatever else leaves is a question to a token service. */
const API_CALL =
  /^\/v2\/(?:$|.+\/(?:tags\/list|(?:manifests|blobs|referrers)\/[^/]+)$)/;

/** A transport that remembers what passed through it. */
export function recordExchanges(
  transport: Transport,
  now: () => number,
): { transport: Transport; exchanges: readonly Exchange[] } {
  const exchanges: Exchange[] = [];
  const recording: Transport = async request => {
    const base = {
      to: destinationOf(request),
      request,
      signedIn: signs(request),
    };
    try {
      const response = await transport(request);
      exchanges.push({ ...base, at: now(), response });
      return response;
    } catch (error) {
      exchanges.push({ ...base, at: now(), error });
      throw error;
    }
  };
  return { transport: recording, exchanges };
}

function destinationOf(request: TransportRequest): Exchange['to'] {
  const { pathname } = new URL(request.url);
  return request.redirected || API_CALL.test(pathname) ? 'registry' : 'token';
}

function signs({ headers = {}, body }: TransportRequest): boolean {
  const names = Object.keys(headers).map(name =>
    name.toLocaleLowerCase('en-US'),
  );
  return (
    names.includes('authorization') ||
    (typeof body === 'string' &&
      /(?:^|&)(?:refresh_token|password)=/.test(body))
  );
}
