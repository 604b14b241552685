import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { createEgressTransport, EgressOptions } from 'chart-provenance-oras';
import { sourcesOf } from '..';
import { RootConfig } from '../../config';

const ORIGIN = 'https://tuf.example';

/** What a mirror does with a request; false: what it always does. */
export type Answer = (
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) => boolean;

/** A mirror on loopback, serving whatever is in `files`. */
export class Mirror {
  files: Map<string, Buffer>;
  answer: Answer = () => false;
  readonly paths: string[] = [];
  readonly #server = createServer((request, response) => {
    const path = (request.url ?? '').slice('/tuf/'.length);
    this.paths.push(path);
    if (this.answer(path, request, response)) {
      return;
    }
    const bytes = this.files.get(path);
    response.writeHead(bytes ? 200 : 404).end(bytes);
  });

  private constructor(files: Map<string, Buffer>) {
    this.files = files;
  }

  static async start(files: Map<string, Buffer>): Promise<Mirror> {
    const mirror = new Mirror(files);
    await new Promise<void>(resolve => {
      mirror.#server.listen(0, '127.0.0.1', resolve);
    });
    return mirror;
  }

  get host(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `127.0.0.1:${port}`;
  }

  /** The way out, with `https://tuf.example` leading here; whatever else is asked for is refused as ever. */
  readonly openEgress = (options: EgressOptions) => {
    const egress = createEgressTransport({
      ...options,
      proxy: 'none',
      allowedHosts: [...(options.allowedHosts ?? []), this.host],
      hosts: {
        ...options.hosts,
        [this.host]: { allowPrivateAddress: true, plainHttp: true },
      },
    });
    const send = async (request: Parameters<typeof egress>[0]) => {
      const url = new URL(request.url);
      return egress(
        url.origin === ORIGIN
          ? { ...request, url: `http://${this.host}${url.pathname}` }
          : request,
      );
    };
    return Object.assign(send, { close: () => egress.close() });
  };

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A root `acme` from `https://tuf.example/tuf`, as configured. */
export function tufRoot(overrides: Partial<RootConfig> = {}): RootConfig {
  return {
    id: 'acme',
    source: {
      type: 'tuf',
      url: `${ORIGIN}/tuf`,
      rootPath: 'root.json',
      target: 'trusted_root.json',
      allowPrivateAddress: false,
    },
    refresh: { intervalMs: DAY_MS, maxAgeMs: 10 * DAY_MS },
    demo: false,
    thresholds: { tlog: 1, ctlog: 1, timestamp: 1 },
    ...overrides,
  };
}

/** Where that root is from. */
export function sourceFrom(firstRoot: string, root: RootConfig = tufRoot()) {
  const [source] = sourcesOf([root], { [root.id]: firstRoot });
  return source;
}
