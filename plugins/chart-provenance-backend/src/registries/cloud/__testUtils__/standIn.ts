import { createServer, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { AddressInfo } from 'node:net';

export interface StandInRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  form: URLSearchParams;
}

export interface StandInReply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array | object;
}

export interface StandIn {
  url: string;
  host: string;
  /** In the order they came. */
  requests: StandInRequest[];
}

/** Undefined is 404. */
export type Answer = (
  request: StandInRequest,
) => StandInReply | undefined | Promise<StandInReply | undefined>;

const running: { close(): Promise<void> }[] = [];

/** Stops everything at the end of the test that started it. */
export function atTheEnd(close: () => Promise<void>): void {
  running.push({ close });
}

export async function stopStandIns(): Promise<void> {
  await Promise.all(running.splice(0).map(one => one.close()));
}

/** A server on loopback that stands in for a cloud's own. */
export async function startStandIn(
  answer: Answer,
  tls?: { cert: string; key: string },
): Promise<StandIn> {
  const requests: StandInRequest[] = [];
  const server = tls ? createTlsServer(tls) : createServer();
  server.on('request', async (incoming: IncomingMessage, outgoing) => {
    const request = await read(incoming);
    requests.push(request);
    const {
      status = 200,
      headers = {},
      body = '',
    } = (await answer(request)) ?? { status: 404 };
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    outgoing.writeHead(status, {
      ...(raw ? {} : { 'content-type': 'application/json' }),
      ...headers,
    });
    outgoing.end(raw ? body : JSON.stringify(body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  atTheEnd(
    () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const host = tls ? `localhost:${port}` : `127.0.0.1:${port}`;
  return { url: `${tls ? 'https' : 'http'}://${host}`, host, requests };
}

async function read(incoming: IncomingMessage): Promise<StandInRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) {
    pieces.push(piece);
  }
  const body = Buffer.concat(pieces).toString();
  const url = new URL(incoming.url ?? '/', 'http://stand-in');
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body,
    form: new URLSearchParams(body),
  };
}
