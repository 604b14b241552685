import { Agent, Dispatcher, EnvHttpProxyAgent } from 'undici';
import { GateUsageError } from '../GateUsageError';
import { isLoopback } from './Endpoint';

/**
 * Connections to the API: through the proxy of HTTPS_PROXY, HTTP_PROXY and NO_PROXY, but for this machine.
 *
 * @throws GateUsageError when the proxy's address cannot be read; without repeating it, for it may hold a password
 */
export function dispatcherFor(url: string): Dispatcher {
  if (isLoopback(new URL(url).hostname)) {
    return new Agent();
  }
  try {
    return new EnvHttpProxyAgent();
  } catch {
    throw new GateUsageError(
      'The proxy of HTTPS_PROXY or HTTP_PROXY is no URL like http://proxy:3128.',
    );
  }
}
