import { createEgressTransport } from 'chart-provenance-oras';
import { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { leaseAgain } from '../../store/__testUtils__/consumerFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from '../../store/__testUtils__/testDatabases';
import {
  PAYMENTS,
  replaceInventory,
} from '../../store/__testUtils__/walkFixtures';
import { legacyKey } from '../../store';
import { Arrived } from './__testUtils__/rawServer';
import { closeAll, serve } from './__testUtils__/readFrom';
import { index } from './__testUtils__/readText';
import { createLegacyIndexing } from './createLegacyIndexing';

jest.setTimeout(60_000);
afterEach(closeAll);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const versions = (...all: string[]) =>
  index(
    '  payments:',
    ...all.map(version => `  - {name: payments, version: ${version}}`),
  );

describe.each(databases.eachSupportedId())('what was read, on %s', id => {
  /** A store, a legacy repository where its chart is, and the handler in between. */
  async function indexing(
    answer: (response: ServerResponse, request: Arrived) => void,
  ) {
    const server = await serve((path, response, request) =>
      path === '/index.yaml'
        ? answer(response, request)
        : response.writeHead(404).end(),
    );
    const { url } = server;
    const clock = new TestClock();
    const store = await openStore(await databases.init(id), clock);
    await replaceInventory(store, [PAYMENTS]);
    const { handler, schedule } = createLegacyIndexing({
      repositories: [
        { url, auth: { type: 'none' }, allowPrivateAddress: true },
      ],
      store: store.legacy,
      queue: store.queue,
      schedule: { intervalMs: 900_000 },
      logger: { info: () => {}, warn: () => {} },
      openEgress: options =>
        createEgressTransport({ ...options, proxy: 'none' }),
      now: clock.now,
    });
    await schedule();
    await store.legacy.replaceLocations([
      { chartId, url, name: 'payments', knownBy: 'rule' },
    ]);
    const read = async () => {
      await handler.handle(
        await leaseAgain(store, legacyKey(url)),
        new AbortController().signal,
      );
      const facts = await store.legacy.factsOf(chartId);
      return {
        ...facts,
        present: facts?.versions
          .filter(one => one.present)
          .map(one => one.version)
          .sort(),
        all: facts?.versions.map(one => one.version).sort(),
      };
    };
    return { read, server, clock, store };
  }

  it('stays when it is the same, when it fails, and when the repository is gone', async () => {
    let answer = (response: ServerResponse, { headers }: Arrived) =>
      void (headers['if-none-match'] === '"a"'
        ? response.writeHead(304).end()
        : response
            .writeHead(200, { etag: '"a"' })
            .end(versions('1.0.0', '1.1.0')));
    const { read, server, clock } = await indexing((...given) =>
      answer(...given),
    );
    expect(await read()).toMatchObject({
      present: ['1.0.0', '1.1.0'],
      problem: null,
    });
    const first = clock.iso;
    clock.advance(60_000);
    expect(await read()).toMatchObject({
      present: ['1.0.0', '1.1.0'],
      readAt: clock.iso,
    });
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/api/charts',
      '/index.yaml',
      '/index.yaml',
    ]);

    answer = response => void response.writeHead(401).end();
    clock.advance(60_000);
    expect(await read()).toMatchObject({
      present: ['1.0.0', '1.1.0'],
      goneSince: null,
      problem: { code: 'denied', fix: expect.stringMatching(/Set auth/) },
    });
    answer = response => void response.writeHead(404).end();
    clock.advance(60_000);
    expect(await read()).toMatchObject({
      present: ['1.0.0', '1.1.0'],
      goneSince: clock.iso,
      problem: { code: 'gone' },
    });

    answer = response => void response.end(gzipSync(''));
    expect(await read()).toMatchObject({
      present: ['1.0.0', '1.1.0'],
      problem: { code: 'no-index' },
    });
    answer = response => void response.end(versions('1.1.0', '1.2.0'));
    clock.advance(60_000);
    const last = await read();
    expect(last).toMatchObject({
      present: ['1.1.0', '1.2.0'],
      all: ['1.0.0', '1.1.0', '1.2.0'],
      goneSince: null,
      problem: null,
    });
    expect(
      last.versions?.find(({ version }) => version === '1.0.0'),
    ).toMatchObject({ firstSeenAt: first, vanishedAt: clock.iso });
  });
});
