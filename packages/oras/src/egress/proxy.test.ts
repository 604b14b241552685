import { createServer as createProxy } from 'node:http';
import { connect, Socket } from 'node:net';
import { LOCAL, testServer } from '../__testUtils__/testServer';
import { createEgressTransport } from './createEgressTransport';
import type { EgressOptions, EgressTransport } from './EgressOptions';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.close()));
});

async function serve(...args: Parameters<typeof testServer>) {
  const server = await testServer(...args);
  open.push(server);
  return server;
}

function transport(options: EgressOptions): EgressTransport {
  const made = createEgressTransport({ proxy: 'none', ...options });
  open.push(made);
  return made;
}

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('proxies', () => {
  it.each([
    'proxy.example:3128',
    'proxy.example',
    'http://u:s3cret@proxy:port',
  ])(
    'refuses to go past %s, which is no URL of a proxy, and repeats nothing of it',
    async httpsProxy => {
      const proxied = transport({ proxy: { httpsProxy } });
      const get = { method: 'GET', url: 'https://registry.example/' } as const;
      const error: unknown = await proxied(get).catch(e => e);
      expect(error).toEqual(code('egress-refused'));
      expect(error).toMatchObject({
        message: expect.stringMatching(/HTTPS_PROXY.*no URL/),
        cause: undefined,
      });
      expect(JSON.stringify(error)).not.toContain('s3cret');
    },
  );

  async function proxy() {
    const asked: string[] = [];
    const sockets: Socket[] = [];
    const server = createProxy();
    server.on('connect', (request, socket: Socket) => {
      asked.push(request.url ?? '');
      const port = Number(new URL(`http://${request.url}`).port);
      const upstream = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
      sockets.push(socket, upstream);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    open.push({
      close: () =>
        new Promise(resolve => {
          sockets.forEach(socket => socket.destroy());
          server.close(() => resolve());
        }),
    });
    return { url: `http://127.0.0.1:${port}`, asked };
  }

  it('goes through the proxy, except for loopback and NO_PROXY', async () => {
    const server = await serve((_, response) => response.end('ok'));
    const { url, asked } = await proxy();
    const remote = `registry.example:${server.port}`;
    const hosts = { [remote]: LOCAL, [server.host]: LOCAL };
    const proxied = transport({ hosts, proxy: { httpProxy: url } });
    const get = (host: string) =>
      ({ method: 'GET', url: `http://${host}/` } as const);

    expect((await proxied(get(remote))).status).toBe(200);
    expect(asked).toEqual([remote]);
    expect((await proxied(get(server.host))).status).toBe(200);
    expect(asked).toHaveLength(1);
    // Refused before the proxy hears of it: it would connect.
    await expect(proxied(get('169.254.169.254'))).rejects.toThrow(
      code('egress-refused'),
    );

    const excepted = transport({
      hosts,
      proxy: { httpProxy: url, noProxy: 'registry.example' },
      timeouts: { totalMs: 2_000 },
    });
    await expect(excepted(get(remote))).rejects.toThrow(/registry.example/);
    expect(asked).toHaveLength(1);
  });
});
