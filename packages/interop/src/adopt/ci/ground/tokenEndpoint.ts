import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TokenEndpoint {
  /** What a GitHub job with `id-token: write` has in its environment. */
  env: Record<string, string>;
  /** Whose token is given from now on. */
  give(token: () => string): void;
  close(): Promise<void>;
}

const SECRET = 'loopback-only';

/** Where a job of GitHub gets its token: the same request and the same answer. */
export async function openTokenEndpoint(): Promise<TokenEndpoint> {
  let current = () => '';
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '', 'http://localhost');
    const allowed =
      request.headers.authorization?.toLowerCase() === `bearer ${SECRET}` &&
      asked.searchParams.get('audience') === 'sigstore';
    response.writeHead(allowed ? 200 : 403, {
      'Content-Type': 'application/json',
    });
    response.end(JSON.stringify({ value: allowed ? current() : '' }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: SECRET,
    },
    give(token) {
      current = token;
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
