import { Knex } from 'knex';
import {
  consumerOf,
  LATER,
  leaseAgain,
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
import {
  leaseRow,
  PAYMENTS,
  replaceInventory,
} from './__testUtils__/walkFixtures';
import { SourceRecord } from './ConsumerStore';
import { DatabaseChartStore } from './DatabaseChartStore';
import { sourceKey, sourcesKey } from './workKeys';

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

describe.each(databases.eachSupportedId())(
  'consumers and their sources on %s',
  id => {
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

    it('go with their source, and so does its work', async () => {
      await readSource(store, readingOf([A]));
      await readSource(store, readingOf([B]), EDGE);
      await listSources(store, [EDGE]);
      expect((await shown()).map(([name]) => name)).toEqual(['b']);
      expect(await store.consumers.source(PROD.sourceId)).toBeUndefined();
      expect(await store.queue.makeRowDue(sourceKey(PROD.sourceId))).toBe(
        false,
      );

      await store.consumers.configureProviders(['git']);
      expect(await shown()).toEqual([]);
      expect(await store.queue.makeRowDue(sourcesKey('kubernetes'))).toBe(
        false,
      );
      expect(await store.queue.makeRowDue(sourceKey(EDGE.sourceId))).toBe(
        false,
      );
    });

    it('of a source that cannot be read at all stay, stale, and nobody tries', async () => {
      await readSource(store, readingOf([A]));
      const unreadable = {
        message: 'It has no credentials.',
        fix: 'Give it some.',
      };
      await listSources(store, [{ ...PROD, unreadable }, EDGE]);
      expect(await shown()).toEqual([['a', true, clock.iso]]);
      expect((await sourceOf(PROD))?.problem).toMatchObject(unreadable);
      expect(await store.queue.makeRowDue(sourceKey(PROD.sourceId))).toBe(
        false,
      );

      await listSources(store, [PROD, EDGE]);
      expect((await sourceOf(PROD))?.problem).toBeNull();
      await readSource(store, readingOf([A]));
      expect(await shown()).toEqual([['a', false, clock.iso]]);
    });

    it('are stale when their source was not read for three intervals, which is shown', async () => {
      await readSource(store, readingOf([A]));
      clock.advance(15 * MINUTE);
      expect((await shown())[0][1]).toBe(false);
      expect((await sourceOf(PROD))?.problem).toBeNull();
      clock.advance(1);
      expect((await shown())[0][1]).toBe(true);
      expect((await sourceOf(PROD))?.problem?.message).toContain(
        'too long ago',
      );
    });

    it('are looked for in sources that say how they are', async () => {
      const document = {
        where: 'apps/a.yaml, document 2',
        message: 'No YAML.',
      };
      await readSource(store, {
        consumers: [A],
        problems: Array.from({ length: 25 }, () => document),
        complete: true,
        incompleteBecause: null,
      });
      expect(await sourceOf(PROD)).toMatchObject({
        provider: 'kubernetes',
        title: 'Cluster prod',
        documents: Array.from({ length: 20 }, () => document),
        documentProblems: 25,
        problem: null,
      });
      expect(
        await store.consumers.sourceOfKey(sourceKey(PROD.sourceId)),
      ).toEqual(PROD);
      expect(
        await store.consumers.sourceOfKey('source:nothing'),
      ).toBeUndefined();
    });

    it('are not said to be nowhere while a provider could not list its sources', async () => {
      await store.consumers.configureProviders(['kubernetes', 'git']);
      const places = async () =>
        (await store.consumers.sources()).filter(
          ({ provider }) => provider === 'git',
        );
      expect(await places()).toMatchObject([
        { id: 'git', lastSuccessAt: null, problem: null },
      ]);
      const since = clock.iso;
      for (let times = 0; times < 2; times++) {
        const lease = await leaseAgain(store, sourcesKey('git'));
        await store.consumers.listingFailed(
          'git',
          FAILURE.failure,
          lease,
          LATER,
        );
        clock.advance(MINUTE);
      }
      expect(await places()).toMatchObject([
        { id: 'git', problem: { ...FAILURE.failure, since } },
      ]);
      await readSource(store, readingOf([A]));
      const lease = await leaseAgain(store, sourcesKey('kubernetes'));
      await store.consumers.listingFailed(
        'kubernetes',
        FAILURE.failure,
        lease,
        LATER,
      );
      expect((await sourceOf(PROD))?.problem).toMatchObject(FAILURE.failure);
      expect((await shown())[0][1]).toBe(false);

      const listed = { ...PROD, sourceId: 'git:apps', provider: 'git' };
      const git = await leaseAgain(store, sourcesKey('git'));
      await store.consumers.replaceSources('git', [listed], git, LATER);
      expect((await places()).map(source => source.id)).toEqual(['git:apps']);
      expect((await leaseRow(store, sourceKey('git:apps'))).kind).toBe(
        'source',
      );
    });
  },
);
