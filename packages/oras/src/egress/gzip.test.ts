import { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { LOCAL, TestServer, testServer } from '../__testUtils__/testServer';
import { createEgressTransport } from './createEgressTransport';
import type { EgressTransport } from './EgressOptions';

const TEXT = 'an index of many lines\n'.repeat(1_000);
const PACKED = gzipSync(TEXT);

let server: TestServer;
let send: EgressTransport;
let answer: (response: ServerResponse) => void;
beforeEach(async () => {
  server = await testServer((_, response) => answer(response));
  const hosts = { [server.host]: LOCAL };
  send = createEgressTransport({ proxy: 'none', hosts });
});
afterEach(async () => {
  await send.close();
  await server.close();
});

const get = (maxBytes = TEXT.length, acceptGzip = true) =>
  send({
    method: 'GET',
    url: `http://${server.host}/`,
    maxBytes,
    acceptGzip,
  });
const packed = (body: Uint8Array, encoding = 'gzip') => {
  answer = response =>
    response.writeHead(200, { 'content-encoding': encoding }).end(body);
};

it.each(['gzip', 'GZIP', 'identity'])(
  'takes a body that is packed with %s',
  async encoding => {
    packed(encoding === 'identity' ? Buffer.from(TEXT) : PACKED, encoding);
    const { body } = await get();
    expect(Buffer.from(body).toString()).toBe(TEXT);
    expect(server.requests[0].headers['accept-encoding']).toBe('gzip');
  },
);

it('bounds what comes out of it, however little goes in', async () => {
  packed(PACKED);
  await expect(get(TEXT.length - 1)).rejects.toMatchObject({
    code: 'too-large',
  });
  packed(gzipSync(Buffer.alloc(64 * 1024 * 1024)));
  await expect(get(1024)).rejects.toMatchObject({ code: 'too-large' });
});

it.each<[string, Uint8Array, string]>([
  ['is none', Buffer.from(TEXT), 'gzip'],
  ['is cut off', PACKED.subarray(0, -9), 'gzip'],
  ['is damaged', Buffer.concat([PACKED.subarray(0, 20), PACKED]), 'gzip'],
  ['is packed twice', gzipSync(PACKED), 'gzip, gzip'],
  ['is packed otherwise', PACKED, 'deflate'],
])('refuses one that %s', async (_, body, encoding) => {
  packed(body, encoding);
  await expect(get()).rejects.toMatchObject({ code: 'malformed-response' });
});

it('takes none when it was not asked to', async () => {
  packed(PACKED);
  await expect(get(TEXT.length, false)).rejects.toMatchObject({
    code: 'malformed-response',
  });
  expect(server.requests[0].headers['accept-encoding']).toBe('identity');
});

it('tells a cut connection from a bad body', async () => {
  answer = response => {
    response.writeHead(200, {
      'content-encoding': 'gzip',
      'content-length': PACKED.length,
    });
    response.write(PACKED.subarray(0, 40), () => response.socket?.destroy());
  };
  await expect(get()).rejects.toMatchObject({ code: 'network' });
});
