import { Knex } from 'knex';
import { LATER, leaseAgain, LEGACY } from './__testUtils__/consumerFixtures';
import {
  entryOf,
  indexOf,
  legacyFailure,
  readLegacy,
} from './__testUtils__/legacyFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  digestOf,
  PAYMENTS,
  replaceInventory,
} from './__testUtils__/walkFixtures';
import { DatabaseChartStore } from './DatabaseChartStore';
import { LegacyReading } from './LegacyStore';
import { legacyHost, legacyKey } from './workKeys';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const { url } = LEGACY;
const HOUR = 60 * 60_000;

describe.each(databases.eachSupportedId())('legacy repositories on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
    await store.legacy.configure([url]);
    await store.legacy.replaceLocations([
      { chartId, ...LEGACY, knownBy: 'rule' },
    ]);
  });

  const read = (reading: LegacyReading) => readLegacy(store, reading);
  const facts = async () => {
    const found = await store.legacy.factsOf(chartId);
    if (!found) {
      throw new Error('There are no facts');
    }
    return found;
  };

  it('are read when they are configured, and keep their history when they are not', async () => {
    const lease = await leaseAgain(store, legacyKey(url));
    expect(lease).toMatchObject({ kind: 'legacy', host: legacyHost(url) });
    await store.legacy.recordReading(
      url,
      indexOf([entryOf('1.0.0')]),
      lease,
      LATER,
    );
    const other = 'https://other.acme.dev/';
    await store.legacy.configure([other]);
    expect(await store.queue.makeRowDue(legacyKey(url))).toBe(false);
    expect(await store.queue.makeRowDue(legacyKey(other))).toBe(true);
    expect(await facts()).toMatchObject({
      configured: false,
      readAt: clock.iso,
      versions: [{ version: '1.0.0', present: true }],
    });
    expect((await store.legacy.repositories()).map(one => one.url)).toEqual([
      'https://other.acme.dev',
    ]);
    await store.legacy.configure([`${url}/index.yaml`]);
    expect((await facts()).configured).toBe(true);
    expect(await store.legacy.validator(`${url}/`)).toBe('"etag"');
  });

  it('are nothing to a chart that was in none, and unknown until they are read', async () => {
    await store.legacy.replaceLocations([]);
    expect(await store.legacy.factsOf(chartId)).toBeNull();
    await store.legacy.replaceLocations([
      { chartId, url: 'https://unlisted.dev', name: 'x', knownBy: 'claim' },
    ]);
    expect(await facts()).toEqual({
      repositoryUrl: 'https://unlisted.dev',
      name: 'x',
      configured: false,
      readAt: null,
      stale: true,
      problem: null,
      goneSince: null,
      goneSeenAt: null,
      settledAfterMs: 45 * 60_000,
      versions: [],
    });
    // However it is written, and the rule wins.
    await store.legacy.replaceLocations([
      { chartId, url: 'https://a.dev', name: 'x', knownBy: 'claim' },
      { chartId, url: `${url}/`, name: LEGACY.name, knownBy: 'rule' },
      { chartId, url, name: LEGACY.name, knownBy: 'claim' },
    ]);
    await read(indexOf([entryOf('1.0.0')]));
    expect(await facts()).toMatchObject({
      repositoryUrl: url,
      stale: false,
      versions: [{ version: '1.0.0' }],
    });
  });

  it('tell of each version, newest first, when it came, vanished and came back', async () => {
    const first = clock.iso;
    await read(
      indexOf([entryOf('1.0.0'), entryOf('1.10.0'), entryOf('1.9.0')]),
    );
    clock.advance(HOUR);
    const second = clock.iso;
    await read(
      indexOf([entryOf('1.0.0', { deprecated: true }), entryOf('1.10.0')]),
    );
    clock.advance(HOUR);
    await read(
      indexOf([entryOf('1.0.0', { deprecated: true }), entryOf('1.10.0')]),
    );
    const { versions } = await facts();
    expect(versions).toEqual([
      {
        version: '1.10.0',
        digest: digestOf('1.10.0'),
        created: '2026-01-01T00:00:00Z',
        url: `${url}/payments-1.10.0.tgz`,
        deprecated: false,
        present: true,
        firstSeenAt: first,
        vanishedAt: null,
      },
      expect.objectContaining({
        version: '1.9.0',
        present: false,
        vanishedAt: second,
      }),
      expect.objectContaining({ version: '1.0.0', deprecated: true }),
    ]);
    clock.advance(HOUR);
    await read(indexOf([entryOf('1.9.0', { digest: digestOf('others') })]));
    const again = (await facts()).versions.map(
      ({ version, digest, present, firstSeenAt, vanishedAt }) => [
        version,
        digest,
        present,
        firstSeenAt,
        vanishedAt,
      ],
    );
    expect(again).toEqual([
      ['1.10.0', digestOf('1.10.0'), false, first, clock.iso],
      ['1.9.0', digestOf('others'), true, first, null],
      ['1.0.0', digestOf('1.0.0'), false, first, clock.iso],
    ]);
    expect(await store.legacy.names(url)).toEqual([LEGACY.name]);
  });

  it('that contradict themselves about a version have no digest to compare with', async () => {
    const others = { digest: digestOf('others') };
    await read(
      indexOf([
        entryOf('1.0.0'),
        entryOf('1.0.0'),
        entryOf('2.0.0'),
        entryOf('2.0.0', others),
        entryOf('3.0.0', { digest: null }),
        entryOf('3.0.0', others),
      ]),
    );
    expect(
      (await facts()).versions.map(({ version, digest }) => [version, digest]),
    ).toEqual([
      ['3.0.0', null],
      ['2.0.0', null],
      ['1.0.0', digestOf('1.0.0')],
    ]);
  });

  it('that cannot be read keep what is known; one that is gone says since when', async () => {
    const readAt = clock.iso;
    await read(indexOf([entryOf('1.0.0')]));
    clock.advance(HOUR);
    const since = clock.iso;
    await read(legacyFailure(false));
    clock.advance(HOUR);
    const gone = clock.iso;
    await read(legacyFailure(true));
    clock.advance(HOUR);
    await read(legacyFailure(true));
    await read(legacyFailure(false));
    expect(await facts()).toMatchObject({
      readAt,
      stale: false,
      problem: {
        code: 'no-answer',
        message: 'No answer.',
        fix: 'Look.',
        since,
      },
      goneSince: gone,
      versions: [{ version: '1.0.0', present: true, vanishedAt: null }],
    });
    expect(await store.legacy.repositories()).toEqual([
      {
        url,
        method: 'index',
        charts: 1,
        lastSuccessAt: readAt,
        problem: { message: 'No answer.', fix: 'Look.', since },
      },
    ]);
    await read({ unchanged: true });
    expect(await facts()).toMatchObject({
      readAt: clock.iso,
      problem: null,
      goneSince: null,
    });
    expect(await store.legacy.validator(url)).toBe('"etag"');
  });

  it('are stale after a day, or after three intervals when those are longer', async () => {
    await read(indexOf([entryOf('1.0.0')]));
    const slow = await openStore(knex, clock, [], undefined, {
      indexingIntervalMs: 10 * HOUR,
    });
    const staleness = async () =>
      Promise.all(
        [store, slow].map(
          async one => (await one.legacy.factsOf(chartId))?.stale,
        ),
      );
    clock.advance(24 * HOUR);
    expect(await staleness()).toEqual([false, false]);
    clock.advance(1);
    expect(await staleness()).toEqual([true, false]);
    clock.advance(6 * HOUR);
    expect(await staleness()).toEqual([true, true]);
  });

  it('write nothing under a lost lease', async () => {
    const lease = await leaseAgain(store, legacyKey(url));
    clock.advance(HOUR);
    const taker = await leaseAgain(store, legacyKey(url));
    for (const reading of [indexOf([entryOf('1.0.0')]), legacyFailure(true)]) {
      await expect(
        store.legacy.recordReading(url, reading, lease, LATER),
      ).rejects.toMatchObject({ code: 'lease-lost' });
    }
    expect(await facts()).toMatchObject({
      readAt: null,
      problem: null,
      versions: [],
    });
    await store.legacy.recordReading(
      url,
      indexOf([entryOf('1.0.0')]),
      taker,
      LATER,
    );
    expect((await facts()).versions).toHaveLength(1);
  });

  it('survive what is written into them, and tell of what could not be read', async () => {
    const long = 'x'.repeat(5_000);
    await read({
      ...indexOf([
        entryOf('1.0.0', { url: `${url}/${long}`, created: 'a\u0000b' }),
        entryOf(`1.0.0-${long}`),
        entryOf('1.0.0', { name: long }),
        entryOf('1.0.0', { name: 'a\u0000b' }),
      ]),
      problems: [{ where: 'entries.payments[3]', message: 'No version.' }],
      problemCount: 7,
    });
    expect((await facts()).versions).toHaveLength(1);
    expect((await store.legacy.repositories())[0]).toMatchObject({
      charts: 2,
      problem: {
        message: expect.stringMatching(
          /^7 entries .*payments\[3\]: No version/,
        ),
      },
    });
  });
});
