import {
  VerdictStatus,
  VersionQuery,
} from 'backstage-plugin-chart-provenance-common';
import { Knex } from 'knex';
import { encodeCursor } from './cursor';
import { DatabaseChartStore } from './DatabaseChartStore';
import {
  createTestDatabases,
  openStore,
  TEST_POLICY,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  TestJudge,
  walkedVersion,
} from './__testUtils__/walkFixtures';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const STATUSES: VerdictStatus[] = [
  'verified',
  'rejected',
  'unsigned',
  'indeterminate',
];

describe.each(databases.eachSupportedId())('the read side on %s', id => {
  let clock: TestClock;
  let store: DatabaseChartStore;
  let knex: Knex;

  beforeEach(async () => {
    clock = new TestClock();
    knex = await databases.init(id);
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
  });

  async function publish(versions: string[]): Promise<void> {
    const walked = versions.map(version => walkedVersion(version));
    const judge = new TestJudge(
      'inputs',
      ({ version }) => STATUSES[Number(version.split('.')[2]?.[0]) % 4],
      clock,
    );
    await record(
      store,
      clock,
      {
        versions: walked,
        tags: walked.map(({ digest, version }) => tagAt(version, digest)),
      },
      { judge },
    );
  }

  const page = async (query: VersionQuery) => {
    const answer = await store.versions(chartId, query);
    if (!answer) {
      throw new Error('The chart is not there');
    }
    return answer;
  };

  it('does not tell the readers of one chart what its neighbour on the registry is called', async () => {
    await store.queue.backOff(
      'ghcr.io',
      '2026-11-22T13:00:00.000Z',
      'ghcr.io: acme/secret/takeover tags: HTTP 503',
    );
    const problem = (await store.chart(chartId))?.freshness.problem;
    expect(problem).toMatchObject({ code: 'registry-unreachable' });
    expect(JSON.stringify(problem)).not.toContain('takeover');
    expect((await store.status()).registries[0].lastProblem).toContain('503');
  });

  it('refuses a cursor with text that no column can hold', async () => {
    const cursor = encodeCursor(['\u0000', '', '']);
    await expect(page({ cursor })).rejects.toMatchObject({
      name: 'InputError',
    });
  });

  it('pages through versions in semver order, whatever the order they came in', async () => {
    await publish([
      '1.0.0',
      '10.0.0',
      '2.0.0-rc.1',
      '2.0.0',
      '1.9.0',
      '2.0.0-rc.10',
    ]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await page({ limit: 2, cursor });
      seen.push(...answer.items.map(({ version }) => version));
      expect(answer.total).toBe(6);
      cursor = answer.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([
      '10.0.0',
      '2.0.0',
      '2.0.0-rc.10',
      '2.0.0-rc.1',
      '1.9.0',
      '1.0.0',
    ]);
    expect((await page({ prereleases: false })).total).toBe(4);
    expect(
      (await page({})).items.filter(row => row.newest).map(row => row.version),
    ).toEqual(['10.0.0']);
  });

  it.each([
    ['RC', ['2.0.0-RC.1']],
    ['1.0', ['1.0.0']],
    ['%', []],
    ['_', []],
    ["' or 1=1", []],
    ['STABLE', ['1.0.0']],
  ])('finds %j', async (filter, versions) => {
    await record(store, clock, {
      versions: [walkedVersion('1.0.0', 'a'), walkedVersion('2.0.0-RC.1', 'b')],
      tags: [tagAt('Stable', walkedVersion('1.0.0', 'a').digest)],
    });
    const answer = await page({ filter });
    expect(answer.items.map(({ version }) => version)).toEqual(versions);
    expect(answer.total).toBe(versions.length);
  });

  it('filters and counts by what the verdict is now, fresh and stale', async () => {
    await publish(['1.0.0', '1.0.1', '1.0.2', '1.0.3']);
    const byStatus = async () => {
      const rows: Record<string, string[]> = {};
      for (const status of STATUSES) {
        const { items, total } = await page({ status });
        expect(items.map(({ verdict }) => verdict.status)).toEqual(
          items.map(() => status),
        );
        expect(total).toBe(items.length);
        rows[status] = items.map(({ version }) => version);
      }
      const { counts } = await page({});
      expect(counts).toEqual(
        Object.fromEntries(
          STATUSES.map(status => [status, rows[status].length]),
        ),
      );
      expect((await store.chart(chartId))?.counts).toEqual(counts);
      return rows;
    };
    expect(await byStatus()).toEqual({
      verified: ['1.0.0'],
      rejected: ['1.0.1'],
      unsigned: ['1.0.2'],
      indeterminate: ['1.0.3'],
    });
    clock.advance(60 * 60 * 1000);
    expect((await store.chart(chartId))?.freshness.stale).toBe(false);
    clock.advance(1);
    expect((await store.chart(chartId))?.freshness.stale).toBe(true);
    expect(await byStatus()).toEqual({
      verified: [],
      rejected: ['1.0.1'],
      unsigned: [],
      indeterminate: ['1.0.3', '1.0.2', '1.0.0'],
    });
    const { items } = await page({ filter: '1.0.0' });
    expect(items[0].verdict).toMatchObject({
      status: 'indeterminate',
      reason: { code: 'stale' },
      lastVerifiedAt: '2026-11-22T12:00:00.000Z',
    });
  });

  it('shows nothing as verified or unsigned that other rules decided', async () => {
    await publish(['1.0.0', '1.0.1', '1.0.2']);
    const next = await openStore(
      knex,
      clock,
      [TEST_POLICY],
      () => 'other rules',
    );
    const { counts, items } = (await next.versions(chartId, {}))!;
    expect(counts).toEqual({
      verified: 0,
      rejected: 1,
      unsigned: 0,
      indeterminate: 2,
    });
    expect(
      items.find(({ version }) => version === '1.0.0')?.verdict,
    ).toMatchObject({
      status: 'indeterminate',
      reason: { code: 'not-yet-judged' },
      lastVerifiedAt: clock.iso,
    });
    expect((await next.versions(chartId, { status: 'verified' }))?.total).toBe(
      0,
    );
  });

  it.each(['x', '[1]', '["a"]', '["a","b",3]', '{}'])(
    'refuses the cursor %j',
    async cursor => {
      await publish(['1.0.0']);
      for (const written of [
        cursor,
        Buffer.from(cursor).toString('base64url'),
      ]) {
        await expect(page({ cursor: written })).rejects.toMatchObject({
          name: 'InputError',
        });
      }
    },
  );

  it('answers undefined for what is not there', async () => {
    expect(await store.chart('nobody')).toBeUndefined();
    expect(await store.versions('nobody', {})).toBeUndefined();
    expect(await store.versionDetail(chartId, 'sha256:0')).toBeUndefined();
    expect(await store.tagHistory(chartId, 'none')).toBeUndefined();
    expect(
      await store.entityProvenance('component:default/none'),
    ).toMatchObject({ charts: [], problems: [], catalogSeenAt: clock.iso });
  });

  it('shows a chart before, after and without a first walk', async () => {
    expect(await store.chart(chartId)).toMatchObject({
      reference: 'oci://ghcr.io/acme/charts/payments',
      name: 'payments',
      state: 'firstIndexing',
      newest: null,
      progress: { tagsSeen: 0, versionsDone: 0 },
      freshness: { stale: false, lastAttemptAt: null },
    });
    await record(store, clock, {});
    expect((await store.chart(chartId))?.state).toBe('empty');
    expect(await store.status()).toMatchObject({
      charts: { total: 1, firstIndexing: 0, failed: 0, unowned: 0 },
      registries: [
        { host: 'ghcr.io', charts: 1, failing: 0, backingOffUntil: null },
      ],
    });
  });

  it('knows a repository that was read once there is something in it, for as long as it is claimed', async () => {
    expect(await store.readRepositories('ghcr.io')).toEqual([]);
    await record(store, clock, {});
    expect(await store.readRepositories('ghcr.io')).toEqual([]);
    await publish(['1.0.0']);
    expect(await store.readRepositories('ghcr.io')).toEqual([
      PAYMENTS.repository,
    ]);
    expect(await store.readRepositories('quay.io')).toEqual([]);
    await replaceInventory(store, []);
    expect(await store.readRepositories('ghcr.io')).toEqual([]);
  });

  it('lists 2,000 versions about as fast as 20', async () => {
    const time = async () => {
      const started = performance.now();
      for (let i = 0; i < 10; i++) {
        await page({ limit: 20, status: 'verified', filter: '1.' });
      }
      return performance.now() - started;
    };
    await publish(Array.from({ length: 20 }, (_, i) => `1.${i}.0`));
    await time();
    const few = await time();
    await publish(Array.from({ length: 2000 }, (_, i) => `1.${i}.${i % 4}`));
    await time();
    const many = await time();
    const all = await page({ limit: 200 });
    expect(all.total).toBeGreaterThanOrEqual(2000);
    expect(many).toBeLessThan(Math.max(few * 15, 1000));
  });
});
