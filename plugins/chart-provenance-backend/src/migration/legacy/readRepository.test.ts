import { gzipSync } from 'node:zlib';
import { EgressOptions } from 'chart-provenance-oras';
import { LegacyAuth } from '../../config';
import { testServer } from '../../registries/__testUtils__/testServer';
import { rawServer } from './__testUtils__/rawServer';
import {
  closeAll,
  closing,
  INDEX,
  openEgress,
  readFrom,
  serve,
} from './__testUtils__/readFrom';

afterEach(closeAll);

describe('reads index.yaml', () => {
  it('and resolves its urls where the operator says it is, requesting none of them', async () => {
    const server = await serve((_, response) => response.end(INDEX));
    const url = `${server.url}/stable`;
    expect(await readFrom(url)).toEqual({
      method: 'index',
      entries: [
        expect.objectContaining({ name: 'pay', url: `${url}/charts/pay.tgz` }),
      ],
      problems: [],
      problemCount: 0,
      bytes: INDEX.length,
      validator: null,
    });
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/stable/index.yaml',
    ]);
  });

  it('packed with gzip, asked or not', async () => {
    const packed = gzipSync(INDEX);
    const server = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
    );
    expect(await readFrom(server.url)).toMatchObject({
      bytes: INDEX.length,
      entries: [{}],
    });
    expect(server.requests[0].headers['accept-encoding']).toBe('gzip');
  });

  it.each<[Record<string, string>, string, string]>([
    [{ etag: '"abc"' }, 'if-none-match', '"abc"'],
    [{ etag: 'W/"abc"', 'last-modified': 'x' }, 'if-none-match', 'W/"abc"'],
    [
      { 'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT' },
      'if-modified-since',
      'Sun, 22 Nov 2026 10:00:00 GMT',
    ],
    [
      { etag: 'no etag', 'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT' },
      'if-modified-since',
      'Sun, 22 Nov 2026 10:00:00 GMT',
    ],
  ])('once: the next question to %j has %s', async (headers, header, value) => {
    const server = await serve((_, response, request) =>
      request.headers[header] === value
        ? response.writeHead(304).end()
        : response.writeHead(200, headers).end(INDEX),
    );
    const first = await readFrom(server.url);
    const { validator } = 'validator' in first ? first : { validator: null };
    expect(validator).toContain(value);
    expect(await readFrom(server.url, { validator })).toEqual({
      unchanged: true,
    });
    // What another reader kept is not believed.
    expect(
      await readFrom(server.url, { validator: `index 0 ${value}` }),
    ).toMatchObject({ entries: [{}] });
  });

  it('keeps no validator that cannot be a header, and believes no 304 it did not ask for', async () => {
    const long = await serve((_, response) =>
      response.writeHead(200, { etag: `"${'x'.repeat(600)}"` }).end(INDEX),
    );
    expect(await readFrom(long.url)).toMatchObject({ validator: null });
    const lying = await serve((_, response) => response.writeHead(304).end());
    await expect(readFrom(lying.url)).rejects.toMatchObject({
      code: 'misbehaved',
    });
  });
});

describe('signs in at its own origin only', () => {
  const BASIC: LegacyAuth = { type: 'basic', username: 'ü', password: 'p4ss' };
  const header = `Basic ${Buffer.from('ü:p4ss').toString('base64')}`;

  it.each<[LegacyAuth, string]>([
    [BASIC, header],
    [{ type: 'token', token: 't0ken' }, 'Bearer t0ken'],
  ])('with %j', async (auth, authorization) => {
    const server = await serve((_, response, { headers }) =>
      headers.authorization === authorization
        ? response.end(INDEX)
        : response.writeHead(401).end(),
    );
    expect(await readFrom(server.url, { auth })).toMatchObject({
      entries: [{}],
    });
  });

  it('shows whoever it is redirected to no credential', async () => {
    const other = closing(
      await testServer(() => ({ status: 200, body: INDEX }), { tls: true }),
    );
    const server = await serve((_, response) =>
      response.writeHead(302, { location: `https://${other.host}/i` }).end(),
    );
    const opened = (options: EgressOptions) =>
      openEgress({
        hosts: {
          ...options.hosts,
          [other.host]: { allowPrivateAddress: true },
        },
      });
    const reading = await readFrom(server.url, {
      auth: BASIC,
      openEgress: opened,
    });
    expect(reading).toMatchObject({
      entries: [{ url: `${server.url}/charts/pay.tgz` }],
    });
    expect(server.requests[0].headers.authorization).toBe(header);
    expect(other.requests).toMatchObject([{ authorization: undefined }]);
  });
});

describe('says what went wrong and what to do', () => {
  const statuses: [number, LegacyAuth['type'], string, RegExp][] = [
    [401, 'none', 'denied', /Set auth for it under legacyRepositories/],
    [403, 'token', 'denied', /account that may read the repository/],
    [404, 'none', 'gone', /taken down.*helm repo add/],
    [410, 'none', 'gone', /taken down/],
    [429, 'none', 'limited', /tried again/],
    [500, 'none', 'unreachable', /whoever runs/],
    [503, 'none', 'unreachable', /whoever runs/],
    [204, 'none', 'misbehaved', /whoever runs/],
    [418, 'none', 'misbehaved', /whoever runs/],
  ];
  it.each(statuses)('HTTP %i with %s', async (status, type, code, fix) => {
    const server = await serve((_, response) =>
      response
        .writeHead(status, { 'retry-after': '7' })
        .end(status === 204 ? undefined : 'evil words'),
    );
    const auth: LegacyAuth =
      type === 'token' ? { type, token: 't0ps3cret' } : { type: 'none' };
    const failure = await readFrom(server.url, { auth }).catch(error => error);
    expect(failure).toMatchObject({ code, status, retryAfterMs: 7_000 });
    expect(failure.fix).toMatch(fix);
    expect(failure.message + failure.fix).not.toMatch(/evil|t0ps3cret/);
  });

  it('a page in its place', async () => {
    const server = await serve((_, response) =>
      response.end('<!doctype html>'),
    );
    await expect(readFrom(server.url)).rejects.toMatchObject({
      code: 'no-index',
      fix: expect.stringMatching(/credentials/),
    });
  });

  it('nobody there', async () => {
    const { url, close } = await rawServer(() => {});
    await close();
    await expect(readFrom(url)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
