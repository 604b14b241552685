import { createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import type { Cluster } from '../../services/kubernetes/kubernetesApi.ts';

/** What the API server was built from; built without its project's own scripts, it calls itself `v0.0.0-master`, which charts refuse. */
const VERSION = { major: '1', minor: '35', gitVersion: 'v1.35.4' };

/** The API server on loopback with the version that it is, everything else handed through as its administrator. */
export async function startVersionedApi(
  cluster: Cluster,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/version')) {
      outgoing.setHeader('Content-Type', 'application/json');
      outgoing.end(JSON.stringify(VERSION));
      return;
    }
    const onward = request(
      new URL(incoming.url ?? '/', cluster.url),
      {
        method: incoming.method,
        headers: {
          ...incoming.headers,
          host: new URL(cluster.url).host,
          // Kubernetes' clients send no token over plain HTTP.
          authorization: `Bearer ${cluster.adminToken}`,
        },
        ca: cluster.certificates,
      },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        pipeline(answer, outgoing, () => {});
      },
    );
    onward.on('error', () => outgoing.destroy());
    pipeline(incoming, onward, () => {});
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
