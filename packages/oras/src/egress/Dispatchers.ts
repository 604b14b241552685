import * as tls from 'node:tls';
import { Agent, buildConnector, Dispatcher, EnvHttpProxyAgent } from 'undici';
import { addressProblem } from './addressProblem';
import type { EgressOptions } from './EgressOptions';
import { guardedLookup } from './guardedLookup';
import { egressRefused, HostRules } from './hostRules';

type Connector = ReturnType<typeof buildConnector>;

/**
 * Connections, direct and through a proxy, on which no forbidden address is ever reached.
 *
 * @internal
 */
export class Dispatchers {
  private readonly direct: Dispatcher;
  private readonly makeEnvironment: () => Dispatcher;
  private environment: Dispatcher | undefined;

  constructor(rules: HostRules, options: EgressOptions) {
    const { connectMs = 10_000 } = options.timeouts ?? {};
    const ca = certificates(options.ca);
    const connect = guardedConnector(rules, { timeout: connectMs, ca });
    const common = { connect, maxHeaderSize: 32 * 1024, pipelining: 1 };
    const { proxy = 'environment' } = options;
    this.direct = new Agent(common);
    this.makeEnvironment = () =>
      proxy === 'none'
        ? this.direct
        : new EnvHttpProxyAgent({
            ...common,
            requestTls: { ca, timeout: connectMs },
            proxyTls: { ca, timeout: connectMs },
            ...(proxy === 'environment' ? {} : noneFrom(proxy)),
          });
  }

  /**
   * Loopback is this machine, and no proxy's business.
   *
   * @throws OrasError `egress-refused` when the proxy's address cannot be read
   */
  for(url: URL): Dispatcher {
    if (/^(localhost|127\.[0-9.]+|\[::1\])$/.test(url.hostname)) {
      return this.direct;
    }
    try {
      this.environment ??= this.makeEnvironment();
      return this.environment;
    } catch {
      // Without its cause, which holds the address and the password in it.
      throw egressRefused(
        url.host,
        'the proxy of HTTPS_PROXY or HTTP_PROXY is no URL like http://proxy:3128',
      );
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.direct.destroy(), this.environment?.destroy()]);
  }
}

/** What is left out must not come from the environment after all. */
function noneFrom(proxy: {
  httpProxy?: string;
  httpsProxy?: string;
  noProxy?: string;
}) {
  return { httpProxy: '', httpsProxy: '', noProxy: '', ...proxy };
}

function certificates(ca: EgressOptions['ca']): string[] | undefined {
  if (ca === undefined) {
    return undefined;
  }
  // Before Node 22.15 the certificates of NODE_EXTRA_CA_CERTS cannot be listed, and `ca` replaces them.
  const builtIn =
    typeof tls.getCACertificates === 'function'
      ? tls.getCACertificates('default')
      : tls.rootCertificates;
  return [...builtIn, ...[ca].flat()];
}

function guardedConnector(
  rules: HostRules,
  options: { timeout: number; ca: string[] | undefined },
): Connector {
  const make = (allowPrivate: boolean) =>
    buildConnector({ ...options, lookup: guardedLookup(allowPrivate) });
  const open = make(true);
  const closed = make(false);
  return (target, callback) => {
    const { protocol, hostname, port } = target;
    const name = hostname.includes(':') ? `[${hostname}]` : hostname;
    const url = new URL(`${protocol}//${name}${port ? `:${port}` : ''}`);
    const { allowPrivateAddress = false } = rules.of(url);
    const connect = allowPrivateAddress ? open : closed;
    connect(target, (error, socket) => {
      const address = socket?.remoteAddress;
      const problem =
        address === undefined
          ? undefined
          : addressProblem(address, allowPrivateAddress);
      if (error || !socket) {
        callback(error ?? egressRefused(url.host, 'no connection'), null);
      } else if (problem !== undefined) {
        socket.destroy();
        callback(egressRefused(url.host, `it is ${problem}`), null);
      } else {
        callback(null, socket);
      }
    });
  };
}
