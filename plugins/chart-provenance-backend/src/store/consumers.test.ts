import { Knex } from 'knex';
import {
  consumerOf,
  LATER,
  leaseAgain,
  LEGACY,
  legacyConsumerOf,
  listSources,
  PROD,
  readingOf,
  readSource,
} from './__testUtils__/consumerFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import { PAYMENTS, replaceInventory } from './__testUtils__/walkFixtures';
import { SourceRecord } from './ConsumerStore';
import { DatabaseChartStore } from './DatabaseChartStore';
import { sourceKey } from './workKeys';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const MINUTE = 60_000;
const A = consumerOf({ name: 'a' });
const B = consumerOf({ name: 'b' });
const EDGE: SourceRecord = {
  ...PROD,
  sourceId: 'kubernetes:edge',
  title: 'Cluster edge',
};
const FAILURE = { failure: { message: 'No answer.', fix: 'Look at it.' } };

describe.each(databases.eachSupportedId())('consumers on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
    await listSources(store, [PROD, EDGE]);
  });

  const shown = async () =>
    (await store.consumers.consumersOf(chartId)).map(row => [
      row.name,
      row.stale,
      row.seenAt,
    ]);
  const sourceOf = async ({ sourceId }: SourceRecord) =>
    (await store.consumers.sources()).find(source => source.id === sourceId);

  it('that a complete reading does not mention are gone, that an incomplete one or a failure does not mention are stale', async () => {
    const first = clock.iso;
    await readSource(store, readingOf([A, B]));
    expect(await shown()).toEqual([
      ['a', false, first],
      ['b', false, first],
    ]);

    clock.advance(MINUTE);
    const second = clock.iso;
    await readSource(store, readingOf([A], false));
    expect(await shown()).toEqual([
      ['a', false, second],
      ['b', true, first],
    ]);
    expect(await sourceOf(PROD)).toMatchObject({
      lastAttemptAt: second,
      lastSuccessAt: first,
      problem: { message: 'HelmReleases may not be listed.', since: second },
      consumers: 2,
    });

    clock.advance(MINUTE);
    await readSource(store, FAILURE);
    expect(await shown()).toEqual([
      ['a', true, second],
      ['b', true, first],
    ]);
    expect(await sourceOf(PROD)).toMatchObject({
      lastAttemptAt: clock.iso,
      lastSuccessAt: first,
      problem: { ...FAILURE.failure, since: second },
    });

    clock.advance(MINUTE);
    await readSource(store, readingOf([A, B], false));
    expect(await shown()).toEqual([
      ['a', false, clock.iso],
      ['b', false, clock.iso],
    ]);

    clock.advance(MINUTE);
    await readSource(store, readingOf([B]));
    expect(await shown()).toEqual([['b', false, clock.iso]]);
    expect(await sourceOf(PROD)).toMatchObject({
      lastSuccessAt: clock.iso,
      problem: null,
      consumers: 1,
    });
  });

  it('stay the same while they are called the same', async () => {
    const ids = async () =>
      (await store.consumers.consumersOf(chartId)).map(row => row.id);
    const twice = [A, { ...A, environment: 'test' }];
    await readSource(store, readingOf(twice));
    const before = await ids();
    expect(new Set(before).size).toBe(2);
    const wants = { version: '2.0.0', digest: null };
    await readSource(
      store,
      readingOf(
        twice.map(record => ({
          ...record,
          consumer: { ...record.consumer, wants },
        })),
      ),
    );
    expect(await ids()).toEqual(before);
    expect((await store.consumers.consumersOf(chartId))[0].wants).toEqual(
      wants,
    );
    await readSource(store, readingOf([A]), EDGE);
    expect(new Set(await ids()).size).toBe(3);
  });

  it('are not written again while nothing about them changes', async () => {
    const many = Array.from({ length: 50 }, (_, i) =>
      consumerOf({ name: `c${i}` }, { ownerKeys: [`argocd-app:c${i}`] }),
    );
    await readSource(store, readingOf(many));
    clock.advance(MINUTE);
    const lease = await leaseAgain(store, sourceKey(PROD.sourceId));
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    const again = readingOf([...many].reverse());
    await store.consumers.recordReading(PROD.sourceId, again, lease, LATER);
    knex.removeAllListeners('query');
    expect(
      statements
        .filter(sql => /^(insert|update|delete)/i.test(sql))
        .map(sql => /(?:into|update|from) [`"](\w+)/i.exec(sql)?.[1]),
    ).toEqual(['work_queue', 'consumer_sources']);
    expect((await shown()).map(([, , seenAt]) => seenAt)).toEqual(
      many.map(() => clock.iso),
    );

    statements.length = 0;
    const next = await leaseAgain(store, sourceKey(PROD.sourceId));
    knex.on('query', ({ sql, bindings }) => {
      if (/^insert into .consumers./.test(sql)) {
        statements.push(String(bindings.length / 16));
      }
    });
    const other = readingOf([
      consumerOf({ name: 'c0', bestPin: 'version' }),
      ...many.slice(1),
    ]);
    await store.consumers.recordReading(PROD.sourceId, other, next, LATER);
    knex.removeAllListeners('query');
    expect(statements).toEqual(['1']);
  });

  it('are not written under a lost lease', async () => {
    const lease = await leaseAgain(store, sourceKey(PROD.sourceId));
    clock.advance(60 * MINUTE);
    const taker = await leaseAgain(store, sourceKey(PROD.sourceId));
    const reading = readingOf([A]);
    for (const lost of [
      store.consumers.recordReading(PROD.sourceId, reading, lease, LATER),
      store.consumers.recordReading(PROD.sourceId, FAILURE, lease, LATER),
      store.consumers.replaceSources('kubernetes', [], lease, LATER),
      store.consumers.listingFailed(
        'kubernetes',
        FAILURE.failure,
        lease,
        LATER,
      ),
    ]) {
      await expect(lost).rejects.toMatchObject({ code: 'lease-lost' });
    }
    expect(await shown()).toEqual([]);
    expect(await sourceOf(PROD)).toMatchObject({
      lastAttemptAt: null,
      problem: null,
    });
    await store.consumers.recordReading(PROD.sourceId, reading, taker, LATER);
    expect(await shown()).toHaveLength(1);
  });

  it('survive what is written into them', async () => {
    const nul = 'a\u0000b';
    const long = 'x'.repeat(10_000);
    await readSource(
      store,
      readingOf([
        consumerOf(
          { name: nul, namespace: long, written: nul, path: long },
          {
            environment: nul,
            cluster: nul,
            ownerKeys: [`kubernetes-id:${long}`, `kubernetes-id:${nul}`],
          },
        ),
        legacyConsumerOf(
          {},
          { url: `https://x.dev/${long}`, name: nul + long },
        ),
      ]),
    );
    expect(await shown()).toHaveLength(1);
    expect(await store.discovery.consumedTargets()).toHaveLength(2);
  });

  describe('at a legacy chart', () => {
    beforeEach(() =>
      store.legacy.replaceLocations([{ chartId, ...LEGACY, knownBy: 'rule' }]),
    );
    const lastSeen = () => store.migration.lastLegacyConsumerAt(chartId);

    it('belong to the chart it became', async () => {
      expect(await lastSeen()).toBeNull();
      await readSource(
        store,
        readingOf([A, legacyConsumerOf({ name: 'old' })]),
      );
      expect(
        (await store.consumers.consumersOf(chartId)).map(row => [
          row.name,
          row.from,
          row.chart,
          row.chartId,
        ]),
      ).toEqual([
        ['a', 'oci', 'oci://ghcr.io/acme/charts/payments', chartId],
        ['old', 'legacy', 'https://charts.acme.dev#payments', chartId],
      ]);
      expect(await lastSeen()).toBe(clock.iso);
    });

    it.each<[string, () => Promise<void>]>([
      [
        'moved on',
        () =>
          readSource(
            store,
            readingOf([consumerOf({ kind: 'HelmRelease', name: 'old' })]),
          ),
      ],
      ['gone', () => readSource(store, readingOf([]))],
      ['gone with their source', () => listSources(store, [EDGE])],
      [
        'gone with their provider',
        () => store.consumers.configureProviders([]),
      ],
    ])(
      'that are %s are remembered by when they were last seen',
      async (_, leave) => {
        await readSource(store, readingOf([legacyConsumerOf({ name: 'old' })]));
        clock.advance(MINUTE);
        await readSource(store, readingOf([legacyConsumerOf({ name: 'old' })]));
        const seen = clock.iso;
        clock.advance(MINUTE);
        await readSource(store, FAILURE);
        expect(await lastSeen()).toBe(seen);
        await leave();
        expect(await lastSeen()).toBe(seen);
      },
    );
  });
});
