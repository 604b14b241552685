import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { testCertificate } from '../__testUtils__/testCertificate';
import { LOCAL, TestServer, testServer } from '../__testUtils__/testServer';
import { createEgressTransport } from './createEgressTransport';
import type { EgressOptions, EgressTransport } from './EgressOptions';
import { guardedLookup } from './guardedLookup';

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

const local = (server: TestServer, options: EgressOptions = {}) =>
  transport({ hosts: { [server.host]: LOCAL }, ...options });

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('where it connects to', () => {
  it('refuses what the host was not opened for, without a connection', async () => {
    const server = await serve((_, response) => response.end('secret'));
    const named = `localhost:${server.port}`;
    const cases: [string, EgressOptions][] = [
      [`http://${server.host}/`, {}],
      [`https://${server.host}/`, {}],
      [
        `http://${server.host}/`,
        { hosts: { [server.host]: { plainHttp: true } } },
      ],
      [`http://${named}/`, { hosts: { [named]: { plainHttp: true } } }],
      [`http://${server.host}/`, { hosts: { '127.0.0.1': LOCAL } }],
      [
        `http://[::ffff:127.0.0.1]:${server.port}/`,
        { hosts: { [`[::ffff:7f00:1]:${server.port}`]: { plainHttp: true } } },
      ],
      [`http://user:pw@${server.host}/`, { hosts: { [server.host]: LOCAL } }],
      [
        `http://${server.host}/`,
        { hosts: { [server.host]: LOCAL }, allowedHosts: ['ghcr.io'] },
      ],
      ['file:///etc/passwd', {}],
      ['not a url', {}],
    ];
    for (const [url, options] of cases) {
      await expect(transport(options)({ method: 'GET', url })).rejects.toThrow(
        code('egress-refused'),
      );
    }
    expect(server.connections()).toBe(0);
  });

  it('answers where the operator opened the host', async () => {
    const server = await serve((_, response) => response.end('hello'));
    const answer = await local(server, { allowedHosts: [server.host] })({
      method: 'GET',
      url: `http://${server.host}/a?b=c`,
    });
    expect(answer).toMatchObject({ status: 200 });
    expect(Buffer.from(answer.body).toString()).toBe('hello');
    expect(server.requests[0]).toMatchObject({
      url: '/a?b=c',
      headers: { 'accept-encoding': 'identity' },
    });
  });

  it('resolves the names of opened hosts', async () => {
    const server = await serve((_, response) => response.end('hello'));
    const named = `localhost:${server.port}`;
    const send = transport({ hosts: { [named]: LOCAL } });
    const answer = await send({ method: 'GET', url: `http://${named}/` });
    expect(answer.status).toBe(200);
    const unknown = `nowhere.invalid:${server.port}`;
    await expect(
      transport({ hosts: { [unknown]: LOCAL } })({
        method: 'GET',
        url: `http://${unknown}/`,
      }),
    ).rejects.toThrow(code('network'));
  });

  it('lets a redirect leave the allowed hosts only without credentials', async () => {
    const server = await serve((_, response) => response.end());
    const send = local(server, { allowedHosts: ['ghcr.io'] });
    const request = {
      method: 'GET',
      url: `http://${server.host}/`,
      redirected: true,
    } as const;
    await expect(
      send({ ...request, headers: { Authorization: 'Basic eDp5' } }),
    ).rejects.toThrow(code('egress-refused'));
    expect(server.connections()).toBe(0);
    expect((await send(request)).status).toBe(200);
  });

  it('refuses a name that has one forbidden address among others', async () => {
    const lookup = guardedLookup(true, (_, __, callback) =>
      callback(null, [
        { address: '140.82.121.34', family: 4 },
        { address: '169.254.169.254', family: 4 },
      ]),
    );
    const error = await new Promise(resolve => {
      lookup('rebound.example', { all: true }, resolve);
    });
    expect(error).toMatchObject({ code: 'egress-refused' });
    const fine = guardedLookup(false, (_, __, callback) =>
      callback(null, [{ address: '140.82.121.34', family: 4 }]),
    );
    const found = await new Promise(resolve => {
      fine('ghcr.io', {}, (...answer) => resolve(answer));
    });
    expect(found).toEqual([null, '140.82.121.34', 4]);
  });

  it('speaks TLS to what the given certificate authority vouches for, only', async () => {
    const server = await serve((_, response) => response.end('ok'), {
      tls: true,
    });
    const hosts = { [server.host]: { allowPrivateAddress: true } };
    const request = { method: 'GET', url: `https://${server.host}/` } as const;
    await expect(transport({ hosts })(request)).rejects.toThrow(
      code('network'),
    );
    const trusting = transport({ hosts, ca: testCertificate.cert });
    expect((await trusting(request)).status).toBe(200);
  });
});

describe('what it takes', () => {
  const stuck: ((response: ServerResponse) => void)[] = [
    () => {},
    response => response.writeHead(200).write('a'),
  ];
  it.each(stuck)('%#: gives up on a server that stops', async listener => {
    const server = await serve((_, response) => listener(response));
    const send = local(server, { timeouts: { totalMs: 300 } });
    await expect(
      send({ method: 'GET', url: `http://${server.host}/` }),
    ).rejects.toThrow(code('timeout'));
  });

  it('counts the whole exchange, however steadily it drips', async () => {
    const server = await serve((_, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const send = local(server, { timeouts: { totalMs: 300 } });
    await expect(
      send({ method: 'GET', url: `http://${server.host}/` }),
    ).rejects.toThrow(code('timeout'));
  });

  it('refuses a long body, announced or not, and reads no further', async () => {
    let sent = 0;
    const server = await serve((request, response) => {
      if (request.url === '/announced') {
        response.writeHead(200, { 'content-length': 1e9 }).write('x');
        return;
      }
      const piece = Buffer.alloc(64 * 1024);
      const more = () => {
        while (!response.destroyed && response.write(piece)) {
          sent += piece.length;
        }
      };
      response.on('drain', more);
      more();
    });
    const send = local(server);
    for (const path of ['/announced', '/silent']) {
      await expect(
        send({
          method: 'GET',
          url: `http://${server.host}${path}`,
          maxBytes: 100_000,
        }),
      ).rejects.toThrow(code('too-large'));
    }
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it('refuses an encoded body, bomb or not', async () => {
    const bomb = gzipSync(Buffer.alloc(16 * 1024 * 1024));
    const server = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    await expect(
      local(server)({ method: 'GET', url: `http://${server.host}/` }),
    ).rejects.toThrow(code('malformed-response'));
  });

  it('takes a cut body for a failed connection', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('abc', () => response.socket?.destroy());
    });
    await expect(
      local(server)({ method: 'GET', url: `http://${server.host}/` }),
    ).rejects.toThrow(code('network'));
  });

  it('reads only the beginning of a long error', async () => {
    const server = await serve((_, response) =>
      response.writeHead(404).end(Buffer.alloc(5e6, 'x')),
    );
    const answer = await local(server)({
      method: 'GET',
      url: `http://${server.host}/`,
    });
    expect(answer.status).toBe(404);
    expect(answer.body.length).toBe(64 * 1024);
  });

  it('stops when the caller does', async () => {
    const server = await serve(() => {});
    const controller = new AbortController();
    const sent = local(server)({
      method: 'GET',
      url: `http://${server.host}/`,
      signal: controller.signal,
    });
    controller.abort();
    await expect(sent).rejects.toThrow(code('aborted'));
    await expect(
      local(server)({
        method: 'GET',
        url: `http://${server.host}/`,
        signal: AbortSignal.abort(),
      }),
    ).rejects.toThrow(code('aborted'));
  });
});
