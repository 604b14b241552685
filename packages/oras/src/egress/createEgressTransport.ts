import { OrasError } from '../error/OrasError';
import { Dispatchers } from './Dispatchers';
import type { EgressOptions, EgressTransport } from './EgressOptions';
import { exchange } from './exchange';
import { failure } from './failure';
import { egressRefused, HostRules } from './hostRules';
import type { TransportRequest } from './Transport';

/**
 * The one way out. Every connection's address is checked as it is made, plain http and private addresses need the host's opt-in,
 * time and bytes are bounded, no redirect is followed, no encoding is accepted but
 * gzip where a request says so, bounded by what comes out of it.
 *
 * @throws OrasError from the transport: `egress-refused`, `too-large`, `timeout`, `aborted`, `network`, `malformed-response`
 * @public
 */
export function createEgressTransport(
  options: EgressOptions = {},
): EgressTransport {
  const rules = new HostRules(options);
  const dispatchers = new Dispatchers(rules, options);
  const { totalMs = 120_000 } = options.timeouts ?? {};

  const send = async (request: TransportRequest) => {
    const url = parseUrl(request.url);
    rules.check(url, request);
    throwIfGivenUp(request, url.host);
    const total = new AbortController();
    const timer = setTimeout(() => total.abort(), totalMs);
    const signal = AbortSignal.any([
      total.signal,
      ...(request.signal ? [request.signal] : []),
    ]);
    try {
      const dispatcher = dispatchers.for(url);
      return await exchange(dispatcher, url, request, signal, options);
    } catch (error) {
      throw failure(error, url.host, {
        byCaller: request.signal?.aborted ?? false,
        byTotal: total.signal.aborted,
      });
    } finally {
      clearTimeout(timer);
    }
  };

  return Object.assign(send, { close: () => dispatchers.close() });
}

function parseUrl(text: string): URL {
  if (!URL.canParse(text)) {
    throw egressRefused('unknown host', 'the address is no URL');
  }
  return new URL(text);
}

function throwIfGivenUp({ signal }: TransportRequest, host: string): void {
  if (signal?.aborted) {
    throw new OrasError('aborted', `${host}: the caller gave up`, {
      host,
      cause: signal.reason,
    });
  }
}
