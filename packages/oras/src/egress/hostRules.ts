import { OrasError } from '../error/OrasError';
import { addressProblem } from './addressProblem';
import type { EgressOptions, HostEgress } from './EgressOptions';
import type { TransportRequest } from './Transport';

const PORTS: Readonly<Record<string, string>> = {
  'http:': '80',
  'https:': '443',
};

/**
 * Both spellings of a URL's host: as a URL writes it, and with the port that goes without saying.
 *
 * @internal
 */
export function hostNames(url: URL): string[] {
  const port = url.port || PORTS[url.protocol];
  return [url.host.toLowerCase(), `${url.hostname.toLowerCase()}:${port}`];
}

/** @internal */
export function egressRefused(host: string, why: string): OrasError {
  return new OrasError('egress-refused', `${host}: ${why}`, { host });
}

/**
 * The operator's word on which hosts may be contacted, and how.
 *
 * @internal
 */
export class HostRules {
  private readonly hosts: ReadonlyMap<string, HostEgress>;
  private readonly allowed: ReadonlySet<string> | undefined;

  constructor({ hosts = {}, allowedHosts }: EgressOptions) {
    this.hosts = new Map(
      Object.entries(hosts).map(([host, rule]) => [host.toLowerCase(), rule]),
    );
    this.allowed =
      allowedHosts && new Set(allowedHosts.map(host => host.toLowerCase()));
  }

  of(url: URL): HostEgress {
    const name = hostNames(url).find(host => this.hosts.has(host));
    return (name !== undefined && this.hosts.get(name)) || {};
  }

  /**
   * Everything that can be said before a connection exists.
   *
   * @throws OrasError `egress-refused`
   */
  check(url: URL, request: TransportRequest): void {
    const { plainHttp = false, allowPrivateAddress = false } = this.of(url);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && plainHttp)) {
      throw egressRefused(url.host, 'only https is used');
    }
    if (url.username !== '' || url.password !== '') {
      throw egressRefused(url.host, 'the URL carries credentials');
    }
    this.checkAllowed(url, request);
    const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const problem = /^[0-9.]+$|:/.test(literal)
      ? addressProblem(literal, allowPrivateAddress)
      : undefined;
    if (problem !== undefined) {
      throw egressRefused(url.host, `${problem} is not connected to`);
    }
  }

  private checkAllowed(url: URL, request: TransportRequest): void {
    if (!this.allowed || hostNames(url).some(h => this.allowed?.has(h))) {
      return;
    }
    if (!request.redirected) {
      throw egressRefused(url.host, 'the host is not among the allowed ones');
    }
    const names = Object.keys(request.headers ?? {});
    if (names.some(name => /^(authorization|cookie)$/i.test(name))) {
      throw egressRefused(url.host, 'credentials would leave the registry');
    }
  }
}
