import { createServer } from 'node:http';
import { connect } from 'node:net';
import { failureOf } from './failureOf';
import { GateClient } from './GateClient';
import { retryAfterOf } from './retryAfterOf';
import { StandIn, startStandIn } from '../__testUtils__/standIn';

const fetchFailed = (cause: unknown) =>
  Object.assign(new TypeError('fetch failed'), { cause });

it.each<[string, unknown, 'unreachable' | 'untrusted']>([
  ['refused', fetchFailed({ code: 'ECONNREFUSED' }), 'unreachable'],
  [
    'refused on every address',
    fetchFailed({ errors: [{ code: 'ECONNREFUSED' }] }),
    'unreachable',
  ],
  ['not found', fetchFailed({ code: 'ENOTFOUND' }), 'unreachable'],
  ['cut off', fetchFailed({ code: 'UND_ERR_SOCKET' }), 'unreachable'],
  ['late', new DOMException('late', 'TimeoutError'), 'unreachable'],
  [
    'a certificate of nobody',
    fetchFailed({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    'untrusted',
  ],
  [
    'a certificate of another',
    fetchFailed({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
    'untrusted',
  ],
  ['no HTTP', fetchFailed({ code: 'HPE_INVALID_CONSTANT' }), 'untrusted'],
  ['something else', new Error('else'), 'untrusted'],
])('tells silence from what is not to be trusted: %s', (_, error, kind) => {
  expect(failureOf(error, 'backstage.acme.dev').kind).toBe(kind);
});

it.each([
  ['7', 7],
  ['0', 0],
  ['Mon, 23 Nov 2026 08:00:30 GMT', 30],
  ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
  ['soon', null],
  ['-1', null],
  ['1e9', null],
])('reads when to ask again: %s', (text, seconds) => {
  const headers = new Headers({
    date: 'Mon, 23 Nov 2026 08:00:00 GMT',
    'retry-after': text,
  });
  expect(retryAfterOf(headers)).toBe(seconds);
});

describe('a client behind a proxy', () => {
  let server: StandIn;
  const tunnels: string[] = [];
  const proxy = createServer();
  beforeAll(async () => {
    server = await startStandIn();
    proxy.on('connect', (request, socket, head) => {
      tunnels.push(request.url ?? '');
      const onward = connect(Number(new URL(server.url).port), '127.0.0.1');
      onward.on('connect', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.write(head);
        onward.pipe(socket).pipe(onward);
      });
      socket.on('error', () => onward.destroy());
      onward.on('error', () => socket.destroy());
    });
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
    const address = proxy.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    process.env.HTTP_PROXY = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    delete process.env.HTTP_PROXY;
    await server.close();
    proxy.closeAllConnections();
    await new Promise(resolve => proxy.close(resolve));
  });

  it('goes through it, but for this machine', async () => {
    server.answer = () => ({ body: { here: true } });
    const send = (url: string) =>
      new GateClient({ url, token: null }).send({ method: 'GET', path: '/x' });
    expect(await send('http://backstage.acme.example/api')).toMatchObject({
      status: 200,
      body: { here: true },
    });
    expect(tunnels).toEqual(['backstage.acme.example:80']);
    await send(server.url);
    expect(tunnels).toHaveLength(1);
  });

  it('repeats nothing of an address that is none', () => {
    process.env.HTTP_PROXY = 'http://me:hunter22@ not a host';
    const open = () => new GateClient({ url: 'https://a.dev', token: null });
    expect(open).toThrow(/proxy of HTTPS_PROXY or HTTP_PROXY is no URL/);
    expect(open).not.toThrow(/hunter22/);
  });
});
