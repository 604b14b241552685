import { createServer, request, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import type { Duplex } from 'node:stream';

export interface FrontDoor {
  /** For `HTTPS_PROXY`: the tools reach the named hosts, and nothing else, through it. */
  proxyUrl: string;
  close(): void;
}

/**
 * A CONNECT proxy on loopback behind which every named host is answered here,
 * so that the tools use the same host names as they would in a company. A host
 * that is not named is refused: nothing leaves the machine.
 */
export async function openFrontDoor(
  hosts: Record<string, RequestListener>,
  tls: { key: string; cert: string },
): Promise<FrontDoor> {
  const inside = createTlsServer(tls, (incoming, outgoing) => {
    const host = (incoming.headers.host ?? '').replace(/:443$/, '');
    hosts[host]?.(incoming, outgoing);
  });
  const insidePort = await listen(inside);

  const tunnels = new Set<Duplex>();
  const proxy = createServer((_, response) => response.writeHead(405).end());
  proxy.on('connect', (incoming, socket, head) => {
    tunnels.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => tunnels.delete(socket));
    const [host, port] = (incoming.url ?? '').split(':');
    if (!(host in hosts) || port !== '443') {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const through = connect(insidePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      through.write(head);
      through.pipe(socket).pipe(through);
    });
    through.on('error', () => socket.destroy());
    socket.on('close', () => through.destroy());
  });
  const proxyPort = await listen(proxy);
  return {
    proxyUrl: `http://127.0.0.1:${proxyPort}`,
    close() {
      for (const server of [proxy, inside]) {
        server.close();
        server.closeAllConnections();
      }
      tunnels.forEach(socket => socket.destroy());
    },
  };
}

/** Hands requests on to a server on loopback. */
export function forwardTo(port: number): RequestListener {
  return (incoming, outgoing) => {
    const { method, headers, url: path } = incoming;
    const onward = request(
      { host: '127.0.0.1', port, method, headers, path },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}
