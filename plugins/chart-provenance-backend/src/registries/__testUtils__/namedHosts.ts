import {
  createEgressTransport,
  EgressOptions,
  EgressTransport,
  TransportRequest,
} from 'chart-provenance-oras';

/** A request as it was meant to leave. */
export interface Sent {
  origin: string;
  authorization: string | undefined;
}

/**
 * The way out, with some names of the world leading to servers on loopback. Whatever has another name is reached as it is; what
 * went where is recorded.
 */
export function namedHosts(servers: Record<string, { host: string }>) {
  const sent: Sent[] = [];
  const openEgress = (options: EgressOptions): EgressTransport => {
    const local = { allowPrivateAddress: true, plainHttp: true };
    const hosts = Object.values(servers).map(({ host }) => [host, local]);
    const { allowedHosts } = options;
    const named = Object.keys(servers).filter(origin =>
      allowedHosts?.includes(new URL(origin).host),
    );
    const egress = createEgressTransport({
      ...options,
      ...(allowedHosts && {
        allowedHosts: [
          ...allowedHosts,
          ...named.map(origin => servers[origin].host),
        ],
      }),
      proxy: 'none',
      hosts: { ...options.hosts, ...Object.fromEntries(hosts) },
    });
    const transport = (request: TransportRequest) => {
      const url = new URL(request.url);
      const authorization = request.headers?.authorization;
      sent.push({ origin: url.origin, authorization });
      const server = Object.hasOwn(servers, url.origin)
        ? servers[url.origin]
        : undefined;
      const path = `${url.pathname}${url.search}`;
      return egress(
        server ? { ...request, url: `http://${server.host}${path}` } : request,
      );
    };
    return Object.assign(transport, { close: () => egress.close() });
  };
  return { openEgress, sent };
}
