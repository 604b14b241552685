import {
  createServer,
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from 'node:http';

/** One request that arrived. */
export interface Arrived {
  path: string;
  headers: IncomingMessage['headers'];
}

/** A server of a test, which may answer as no good server would. */
export interface RawServer {
  /** `http://127.0.0.1:<port>` */
  url: string;
  requests: Arrived[];
  close(): Promise<void>;
}

/** Starts a server of a few lines on loopback. */
export async function rawServer(
  answer: (path: string, response: ServerResponse, request: Arrived) => void,
): Promise<RawServer> {
  const requests: Arrived[] = [];
  const listener: RequestListener = ({ url = '', headers }, response) => {
    const arrived = { path: url, headers };
    requests.push(arrived);
    answer(url, response, arrived);
  };
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
