import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChartMuseum {
  url: string;
  /** What was uploaded. */
  archive(): Buffer;
  close(): Promise<void>;
}

/** The two requests of ChartMuseum that a release makes: upload a chart, and read it back. */
export async function startChartMuseum(
  user: string,
  password: string,
): Promise<ChartMuseum> {
  let stored = Buffer.alloc(0);
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString(
    'base64',
  )}`;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', part => parts.push(part));
    request.on('end', () => {
      if (request.headers.authorization !== expected) {
        response.writeHead(401).end();
      } else if (request.method === 'POST' && request.url === '/api/charts') {
        stored = Buffer.concat(parts);
        response.writeHead(201).end('{"saved":true}');
      } else if (request.url === '/charts/payments-1.8.2.tgz') {
        response.writeHead(200).end(stored);
      } else {
        response.writeHead(404).end();
      }
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    archive: () => stored,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
