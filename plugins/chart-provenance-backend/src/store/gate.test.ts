import { Knex } from 'knex';
import { decisionOf } from './__testUtils__/decisionFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  digestOf,
  PAYMENTS,
  presenceJudge,
  record,
  replaceInventory,
  tagAt,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { DatabaseChartStore } from './DatabaseChartStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId, owner } = PAYMENTS;
const DIGEST = digestOf('1.0.0');

describe.each(databases.eachSupportedId())('decisions on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
  });

  it('are kept word for word, also what no column can hold, and given back by id', async () => {
    const hostile = decisionOf(1, {
      reference: 'oci://a/b\u0000:1',
      reasons: [
        {
          code: 'rollback',
          message: 'a\u0000b',
          side: 'chart',
          fix: 'x',
          who: { kind: 'owner', entityRef: null },
          passing: false,
        },
      ],
    });
    await Promise.all([
      store.gate.add(hostile),
      store.gate.add({ ...decisionOf(2), require: null }),
    ]);
    expect(await store.gate.decision(decisionOf(2).decision.id)).toEqual({
      ...decisionOf(2),
      require: null,
    });
    const kept = await store.gate.decision(hostile.decision.id);
    expect(kept?.decision.reasons[0].message).toBe('a\ufffdb');
    expect(await store.gate.decision('01KATVRBG0ZZZZZZZZZZZZZZZZ')).toBe(
      undefined,
    );
  });

  it('are all there once each is answered, however many come at a time', async () => {
    const many = [...Array(700)].map((_, index) => decisionOf(index));
    await Promise.all(many.map(each => store.gate.add(each)));
    const [{ count }] = await knex('gate_decisions').count({ count: '*' });
    expect(Number(count)).toBe(700);
  });

  it('fail for exactly those that could not be written', async () => {
    await store.gate.add(decisionOf(1));
    // The same id again: its group is refused as a whole, and the next one is not.
    const same = store.gate.add(decisionOf(1));
    const beside = store.gate.add(decisionOf(2));
    await expect(same).rejects.toThrow(/unique/i);
    await expect(beside).rejects.toThrow(/unique/i);
    await store.gate.addAll([]);
    await store.gate.addAll([decisionOf(3), decisionOf(4)]);
    await expect(
      store.gate.addAll([decisionOf(5), decisionOf(4)]),
    ).rejects.toThrow(/unique/i);
    const { records } = await store.gate.decisions({}, 'all');
    expect(records.map(({ decision }) => decision.id)).toEqual(
      [4, 3, 1].map(number => decisionOf(number).decision.id),
    );
  });

  it('are listed newest first, page after page, by every filter', async () => {
    const rows = [
      decisionOf(1),
      decisionOf(2, { decision: 'deny', environment: 'staging' }),
      decisionOf(3, {
        chartId: null,
        entityRef: null,
        reference: 'oci://100%/x',
      }),
      decisionOf(4, {
        entityRef: 'component:default/ledger',
        version: '2.0.0-RC',
      }),
      decisionOf(5, { chartId: 'bbbbbbbbbbbbbbbb' }),
    ];
    await Promise.all(rows.map(row => store.gate.add(row)));
    const listed = async (
      query: Parameters<typeof store.gate.decisions>[0],
      scope: Parameters<typeof store.gate.decisions>[1] = 'all',
    ) =>
      (await store.gate.decisions(query, scope)).records.map(({ decision }) =>
        Number(decision.id.slice(-3)),
      );
    expect(await listed({})).toEqual([5, 4, 3, 2, 1]);
    expect(await listed({ decision: 'deny' })).toEqual([2]);
    expect(await listed({ environment: 'staging' })).toEqual([2]);
    expect(await listed({ chartId: 'bbbbbbbbbbbbbbbb' })).toEqual([5]);
    expect(await listed({ filter: '2.0.0-rc' })).toEqual([4]);
    expect(await listed({ filter: '0%/' })).toEqual([3]);
    expect(await listed({ filter: 'PAYMENTS' })).toEqual([5, 4, 2, 1]);
    expect(
      await listed({
        from: '2026-01-01T00:02:00.000Z',
        until: '2026-01-01T00:04:00.000Z',
      }),
    ).toEqual([3, 2]);
    expect(await listed({}, { entityRefs: [owner!] })).toEqual([5, 2, 1]);
    expect(await listed({}, { entityRefs: [] })).toEqual([]);
    const first = await store.gate.decisions({ limit: 3 }, 'all');
    expect(first.records).toHaveLength(3);
    const cursor = first.nextCursor!;
    expect(await listed({ limit: 3, cursor })).toEqual([2, 1]);
    const last = await store.gate.decisions({ limit: 2, cursor }, 'all');
    expect(last.nextCursor).toBeNull();
    await expect(listed({ cursor: 'eHg' })).rejects.toThrow(/cursor/);
  });

  it('are made from what is stored of a chart in the inventory, and of no other', async () => {
    expect(await store.gate.subject(chartId, DIGEST)).toBeUndefined();
    await replaceInventory(store, [PAYMENTS]);
    expect(await store.gate.owners()).toEqual([owner]);
    expect(await store.gate.subject(chartId, DIGEST)).toMatchObject({
      chart: PAYMENTS,
      judgedWith: null,
      lastSuccessAt: null,
      version: null,
    });
    await record(store, clock, {
      versions: [walkedVersion('1.0.0')],
      tags: [tagAt('1.0.0', DIGEST)],
    });
    const subject = await store.gate.subject(chartId, DIGEST);
    expect(subject).toMatchObject({
      judgedWith: presenceJudge(clock).inputsHash,
      lastSuccessAt: clock.iso,
      version: { digest: DIGEST, version: '1.0.0' },
    });
    const judgeable = await store.gate.judgeable(chartId, DIGEST);
    const under = async (tag: string, digest = DIGEST) =>
      (await store.gate.subject(chartId, digest, tag))?.version?.underTag;
    expect(subject?.version?.underTag).toBeNull();
    expect([await under('1.0.0'), await under('stable')]).toEqual([
      true,
      false,
    ]);
    expect(judgeable?.verdictKey).toBe(subject?.version?.verdictKey);
    expect(judgeable?.version.tags).toMatchObject([{ tag: '1.0.0' }]);
    expect((await store.gate.subject(chartId, digestOf('v2')))?.version).toBe(
      null,
    );
    expect(await store.gate.judgeable(chartId, digestOf('v2'))).toBe(undefined);
    await replaceInventory(store, []);
    expect(await store.gate.subject(chartId, DIGEST)).toBeUndefined();
    expect(await store.gate.owners()).toEqual([]);
  });
});
