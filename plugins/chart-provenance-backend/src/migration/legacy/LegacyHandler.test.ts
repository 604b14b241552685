import { ServerResponse } from 'node:http';
import { createEgressTransport } from 'chart-provenance-oras';
import {
  Lease,
  legacyHost,
  legacyKey,
  LegacyReading,
  Reschedule,
} from '../../store';
import { Arrived, RawServer, rawServer } from './__testUtils__/rawServer';
import { createLegacyIndexing } from './createLegacyIndexing';

const MINUTE_MS = 60_000;
const INDEX =
  'apiVersion: v1\nentries:\n  pay:\n  - {name: pay, version: 1.0.0}\n  - [\n';

const open: RawServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.close()));
});

interface Written {
  url: string;
  reading: LegacyReading;
  next: Reschedule;
}

async function indexing(
  answer: (path: string, response: ServerResponse, request: Arrived) => void,
  lease: Partial<Lease> = {},
) {
  const server = await rawServer(answer);
  open.push(server);
  const state = {
    now: Date.parse('2026-11-23T00:00:00Z'),
    validator: null as string | null,
    configured: [] as string[],
    written: [] as Written[],
    backedOff: [] as [string, string][],
    warned: [] as string[],
  };
  const made = createLegacyIndexing({
    repositories: [
      { url: server.url, auth: { type: 'none' }, allowPrivateAddress: true },
    ],
    store: {
      configure: async urls => void state.configured.push(...urls),
      validator: async () => state.validator,
      recordReading: async (url, reading, _, next) =>
        void state.written.push({ url, reading, next }),
    },
    queue: {
      hostFailures: async () => 1,
      backOff: async (host, until) => void state.backedOff.push([host, until]),
      hostAnswered: async () => {},
    },
    schedule: { intervalMs: 15 * MINUTE_MS },
    logger: { info: () => {}, warn: text => void state.warned.push(text) },
    openEgress: options => createEgressTransport({ ...options, proxy: 'none' }),
    now: () => new Date(state.now),
    random: () => 0.5,
  });
  const held: Lease = {
    key: legacyKey(server.url),
    kind: 'legacy',
    host: legacyHost(server.url),
    token: 't',
    attempts: 0,
    failingSince: null,
    ...lease,
  };
  const read = (signal = new AbortController().signal) =>
    made.handler.handle(held, signal);
  return { made, server, state, read, held };
}

const after = (ms: number) =>
  new Date(Date.parse('2026-11-23T00:00:00Z') + ms).toISOString();

it('keeps what was read, and comes back after the interval', async () => {
  const { made, server, state, read } = await indexing((path, response) =>
    path === '/index.yaml'
      ? response.end(INDEX)
      : response.writeHead(404).end(),
  );
  await made.schedule();
  expect(state.configured).toEqual([server.url]);
  await read();
  expect(state.written).toEqual([
    {
      url: server.url,
      reading: expect.objectContaining({ method: 'index', problemCount: 1 }),
      next: { dueAt: after(15 * MINUTE_MS), problem: null },
    },
  ]);
  expect(state.warned[0]).toMatch(/but for 1 places, the first at pay\[1\]/);
});

it('asks once a day whether it is a ChartMuseum, and a ChartMuseum always', async () => {
  const paths = (server: RawServer) => server.requests.map(({ path }) => path);
  const plain = await indexing((path, response) =>
    path === '/index.yaml'
      ? response.end(INDEX)
      : response.writeHead(404).end(),
  );
  await plain.read();
  await plain.read();
  plain.state.now += 24 * 60 * MINUTE_MS;
  await plain.read();
  expect(paths(plain.server)).toEqual([
    '/api/charts',
    '/index.yaml',
    '/index.yaml',
    '/api/charts',
    '/index.yaml',
  ]);

  const museum = await indexing((_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('{"pay":[{"name":"pay","version":"1.0.0"}]}'),
  );
  await museum.read();
  await museum.read();
  expect(paths(museum.server)).toEqual(['/api/charts', '/api/charts']);
});

it('asks only for what is new', async () => {
  const { state, read } = await indexing((_, response, { headers }) =>
    headers['if-none-match'] === '"a"'
      ? response.writeHead(304).end()
      : response.writeHead(404).end(),
  );
  state.validator = 'index 1 "a"';
  await read();
  expect(state.written[0]).toMatchObject({
    reading: { unchanged: true },
    next: { problem: null },
  });
});

it.each<
  [number, number, Record<string, unknown>, Record<string, unknown>, number]
>([
  [
    404,
    0,
    { code: 'gone', gone: true },
    { code: 'registry-misbehaved' },
    30_000,
  ],
  [
    410,
    1,
    { code: 'gone', gone: true },
    { code: 'registry-misbehaved' },
    60_000,
  ],
  [
    401,
    30,
    { code: 'denied', gone: false },
    { code: 'registry-denied' },
    15 * MINUTE_MS,
  ],
  [
    500,
    0,
    { code: 'unreachable', gone: false },
    { code: 'registry-unreachable' },
    30_000,
  ],
  [
    429,
    0,
    { code: 'limited', gone: false },
    { code: 'registry-limited', retryAfterMs: 3_600_000 },
    3_600_000,
  ],
])(
  'keeps the failure HTTP %i after %i others',
  async (status, attempts, failure, problem, waitMs) => {
    const headers = status === 429 ? { 'retry-after': '3600' } : {};
    const { state, read, held } = await indexing(
      (_, response) => response.writeHead(status, headers).end(),
      { attempts },
    );
    await read();
    expect(state.written).toEqual([
      {
        url: expect.any(String),
        reading: {
          failure: {
            message: expect.any(String),
            fix: expect.stringMatching(/\.$/),
            ...failure,
          },
        },
        next: {
          dueAt: after(waitMs),
          problem: expect.objectContaining({ side: 'registry', ...problem }),
        },
      },
    ]);
    const silent = status >= 429;
    expect(state.backedOff).toEqual(
      silent ? [[held.host, after(status === 429 ? 3_600_000 : 10_000)]] : [],
    );
  },
);

it('writes nothing when it is stopped, and for what is not configured', async () => {
  const stop = new AbortController();
  const { made, state, read, held } = await indexing(() => stop.abort());
  await expect(read(stop.signal)).rejects.toThrow();
  const other = { ...held, key: legacyKey('https://other.dev') };
  await expect(
    made.handler.handle(other, new AbortController().signal),
  ).rejects.toThrow(/not configured/);
  expect(state.written).toEqual([]);
});
