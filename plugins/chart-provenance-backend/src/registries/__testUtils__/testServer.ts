import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { testCertificate } from './testCertificate';

/** One request that arrived. */
export interface Arrived {
  method: string;
  url: URL;
  authorization: string | undefined;
  body: string;
}

/** A server on loopback, for one issuer or registry of a test. */
export interface TestServer {
  /** `127.0.0.1:<port>` */
  host: string;
  requests: Arrived[];
  close(): Promise<void>;
}

/** What a handler answers; an object is sent as JSON. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: object | string;
}

/** Starts a server of a few lines. */
export async function testServer(
  answer: (request: Arrived) => Answer,
  { tls = false } = {},
): Promise<TestServer> {
  const requests: Arrived[] = [];
  const listener = async (
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const arrived = await read(request);
    requests.push(arrived);
    const { status, headers = {}, body = '' } = answer(arrived);
    response.writeHead(status, headers);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const server: Server = tls
    ? createSecureServer(testCertificate, listener)
    : createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    host: `127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Arrived> {
  let body = '';
  for await (const piece of request) {
    body += piece;
  }
  const { method = '', url = '/', headers } = request;
  return {
    method,
    url: new URL(url, 'http://here'),
    authorization: headers.authorization,
    body,
  };
}
