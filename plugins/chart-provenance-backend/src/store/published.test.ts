import { VerdictStatus } from 'backstage-plugin-chart-provenance-common';
import { Knex } from 'knex';
import {
  createTestDatabases,
  openStore,
  TEST_POLICY,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  digestOf,
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  TestJudge,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { DatabaseChartStore } from './DatabaseChartStore';
import { versionSortKey } from './versionSortKey';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const HOUR = 60 * 60_000;

describe.each(databases.eachSupportedId())('what is published, on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
  });

  const judgedAs = (status: VerdictStatus) => ({
    judge: new TestJudge(status, () => status, clock),
  });
  const published = async (from = store) => {
    const found = await from.migration.published(chartId);
    if (!found) {
      throw new Error('The chart is not known');
    }
    return found;
  };

  it('tells how the index stands, and nothing of a chart that is not there', async () => {
    expect(await store.migration.published('nobody')).toBeUndefined();
    expect(await published()).toEqual({
      index: {
        state: 'firstIndexing',
        stale: true,
        lastSuccessAt: null,
        problem: null,
      },
      versions: [],
      versionsComplete: true,
    });
    await record(store, clock, {});
    const readAt = clock.iso;
    clock.advance(HOUR + 1);
    await record(store, clock, {
      tagsComplete: false,
      problems: [
        {
          code: 'registry-unreachable',
          message: 'No answer.',
          side: 'registry',
        },
      ],
    });
    expect((await published()).index).toEqual({
      state: 'failed',
      stale: true,
      lastSuccessAt: readAt,
      problem: 'No answer.',
    });
  });

  it('shows versions as judged by now, with what their signer proves', async () => {
    const versions = ['1.9.0', '1.10.0-rc.1', '1.10.0'].map(version =>
      walkedVersion(version),
    );
    await record(
      store,
      clock,
      {
        versions,
        tags: [
          ...versions.map(({ version, digest }) => tagAt(version, digest)),
          tagAt('stable', versions[0].digest),
        ],
      },
      judgedAs('verified'),
    );
    await knex('verdicts')
      .where('digest', versions[0].digest)
      .update({
        sbom: JSON.stringify({ label: null, packageCount: 1, verified: true }),
        provenance: JSON.stringify({ label: null, verified: false }),
      });
    const fresh = (await published()).versions;
    expect(
      fresh.map(row => [
        row.version,
        row.prerelease,
        row.verdict,
        row.sbomProven,
        row.provenanceProven,
      ]),
    ).toEqual([
      ['1.10.0', false, 'verified', null, null],
      ['1.10.0-rc.1', true, 'verified', null, null],
      ['1.9.0', false, 'verified', true, false],
    ]);
    expect(fresh[2]).toMatchObject({
      digest: versions[0].digest,
      chartLayerDigest: versions[0].chartLayerDigest,
      reason: 'It is verified.',
      tags: [
        { tag: '1.9.0', moves: 0, rolledBackFrom: null },
        { tag: 'stable', moves: 0, rolledBackFrom: null },
      ],
      republished: [],
    });
    const others = await openStore(
      knex,
      clock,
      [TEST_POLICY],
      () => 'other rules',
    );
    clock.advance(HOUR + 1);
    for (const from of [store, others]) {
      expect(
        (await published(from)).versions.map(row => [
          row.verdict,
          row.sbomProven,
        ]),
      ).toEqual([
        ['indeterminate', null],
        ['indeterminate', null],
        ['indeterminate', false],
      ]);
    }
    expect((await published()).versions[0].reason).toContain(
      'last successful look',
    );
  });

  it('says that there are more versions than it looks at', async () => {
    await record(store, clock, { versions: [walkedVersion('1.0.0')] });
    const row = await knex('versions').first();
    const many = Array.from({ length: 5_000 }, (_, i) => {
      const version = `1.0.${i + 1}`;
      const digest = digestOf(version);
      return { ...row, version, digest, sort_key: versionSortKey(version) };
    });
    await knex.batchInsert('versions', many, 200);
    const { versions, versionsComplete } = await published();
    expect(versionsComplete).toBe(false);
    expect([versions.length, versions[0].version]).toEqual([5_000, '1.0.5000']);
  });

  it.each<[string, ReturnType<typeof walkedVersion>, boolean]>([
    ['other bytes', walkedVersion('1.0.0', 'other'), true],
    ['another version', walkedVersion('1.1.0', 'other'), true],
    ['an older version', walkedVersion('0.9.0', 'other'), true],
    [
      'the same chart pushed again',
      walkedVersion('1.0.0', 'other', '1.0.0'),
      false,
    ],
  ])(
    'tells of a tag of an exact version that came to %s',
    async (_, next, isRepublished) => {
      const first = walkedVersion('1.0.0');
      const tags = (digest: string) => [
        tagAt('1.0.0', digest),
        tagAt('latest', digest),
      ];
      await record(store, clock, {
        versions: [first],
        tags: tags(first.digest),
      });
      clock.advance(HOUR);
      const at = clock.iso;
      await record(store, clock, { versions: [next], tags: tags(next.digest) });
      clock.advance(HOUR);
      await record(store, clock, { tags: [] });
      const expected = isRepublished ? [{ tag: '1.0.0', at }] : [];
      const { versions } = await published();
      expect(
        new Map(versions.map(row => [row.digest, row.republished])),
      ).toEqual(
        new Map([
          [first.digest, expected],
          [next.digest, expected],
        ]),
      );
    },
  );

  it('tells of a tag that was removed before it came back with other bytes', async () => {
    const [first, next] = [
      walkedVersion('1.0.0'),
      walkedVersion('1.0.0', 'other'),
    ];
    await record(store, clock, {
      versions: [first],
      tags: [tagAt('1.0.0', first.digest)],
    });
    await record(store, clock, { tags: [] });
    await record(store, clock, {
      versions: [next],
      tags: [tagAt('1.0.0', next.digest)],
    });
    expect(
      (await published()).versions.map(row => row.republished.length),
    ).toEqual([1, 1]);
  });
});
