import {
  createServer,
  IncomingMessage,
  RequestListener,
  Server,
  ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { testCertificate } from './testCertificate';

/** @internal */
export interface TestServer {
  /** `127.0.0.1:<port>` */
  host: string;
  port: number;
  /** What arrived, in order. */
  requests: {
    method: string;
    url: string;
    headers: IncomingMessage['headers'];
  }[];
  /** TCP connections, requests or not. */
  connections: () => number;
  close(): Promise<void>;
}

/**
 * A server of a few lines, for what no well-behaved registry does.
 *
 * @internal
 */
export async function testServer(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
  { tls = false } = {},
): Promise<TestServer> {
  const requests: TestServer['requests'] = [];
  const recorded: RequestListener = (request, response) => {
    const { method = '', url = '', headers } = request;
    requests.push({ method, url, headers });
    listener(request, response);
  };
  const server: Server = tls
    ? createSecureServer(testCertificate, recorded)
    : createServer(recorded);
  let connections = 0;
  server.on('connection', () => connections++);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    host: `127.0.0.1:${port}`,
    port,
    requests,
    connections: () => connections,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @internal */
export const LOCAL = { allowPrivateAddress: true, plainHttp: true } as const;
