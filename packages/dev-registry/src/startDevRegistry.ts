import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { createAuthenticator } from './auth/createAuthenticator';
import { DevRegistry, DevRegistryOptions } from './DevRegistry';
import { RegistryState } from './endpoints/RegistryState';
import { UploadSessions } from './endpoints/UploadSessions';
import { FaultQueue } from './faults/FaultQueue';
import { Repositories } from './repository/Repositories';
import { dispatch } from './server/dispatch';
import { RequestHandler } from './server/RequestHandler';
import { TOKEN_PATH } from './server/Route';

/**
 * Starts an OCI distribution 1.1 registry over plain HTTP. Resolves when it listens; rejects when the port is taken.
 *
 * @public
 */
export async function startDevRegistry(
  options: DevRegistryOptions,
): Promise<DevRegistry> {
  const { host = '127.0.0.1', port = 0, now = Date.now } = options;
  const closing = new AbortController();
  const server = createServer();
  const address = await listen(server, port, host);
  const state = stateFrom(options);
  const authenticator = createAuthenticator(
    options.auth ?? { type: 'none' },
    `http://${address}${TOKEN_PATH}`,
    now,
  );
  const handler = new RequestHandler({
    answer: call => dispatch(state, authenticator, call),
    latencyMs: options.latencyMs ?? 0,
    maxRequests: options.maxRequests ?? 10_000,
    log: options.log ?? (() => undefined),
    signal: closing.signal,
    faults: options.faults ?? [],
  });
  server.on('request', (request, response) => {
    handler.handle(request, response).catch(() => response.destroy());
  });
  return {
    url: `http://${address}`,
    host: address,
    requests: handler.requests,
    clearRequests: () => handler.requests.splice(0),
    setFaults: plan => {
      handler.faults = new FaultQueue(plan);
    },
    setReferrersApi: on => {
      state.referrersApi = on;
    },
    close: () => close(server, closing),
  };
}

function stateFrom(options: DevRegistryOptions): RegistryState {
  return {
    repositories: new Repositories(
      options.repositories,
      options.createRepository,
    ),
    uploads: new UploadSessions(options.now ?? Date.now),
    readOnly: options.readOnly ?? false,
    deriveFallbackTags: options.deriveFallbackTags ?? false,
    acceptMissingBlobs: options.acceptMissingBlobs ?? false,
    pageSize: {
      tags: options.pageSize?.tags ?? 1_000,
      referrers: options.pageSize?.referrers ?? Infinity,
    },
    referrersApi: options.referrersApi ?? true,
  };
}

async function listen(
  server: Server,
  port: number,
  host: string,
): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') {
    throw new Error('the registry does not listen on a TCP port');
  }
  return `${host.includes(':') ? `[${host}]` : host}:${bound.port}`;
}

async function close(server: Server, closing: AbortController): Promise<void> {
  closing.abort();
  if (server.listening) {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }
}
