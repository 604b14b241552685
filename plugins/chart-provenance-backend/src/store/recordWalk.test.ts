import { MAX_STORED_BYTES } from './compress';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import { DatabaseChartStore } from './DatabaseChartStore';
import {
  digestOf,
  leaseChart,
  PAYMENTS,
  presenceJudge,
  record,
  replaceInventory,
  tagAt,
  TestJudge,
  walkedEvidence,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { Knex } from 'knex';
import { WalkProblem } from '../walk/types';
import { JudgeableVersion } from './types';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const HOUR = 60 * 60 * 1000;
const { chartId } = PAYMENTS;

describe.each(databases.eachSupportedId())('recordWalk on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
  });

  const statusOf = async (digest: string) =>
    (await store.versionDetail(chartId, digest))?.verdict.status;

  const dump = async (tables: string[]) =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async table => [table, await knex(table).select()]),
      ),
    );

  it('writes nothing but clocks when the walk saw nothing new', async () => {
    const version = walkedVersion('1.0.0');
    const signature = walkedEvidence(version.digest, 'signature');
    const tags = [tagAt('1.0.0', version.digest)];
    const referrers = [
      { subject: version.digest, digests: [signature.evidence.digest] },
    ];
    await record(store, clock, {
      versions: [version],
      evidence: [signature],
      tags,
    });
    await record(store, clock, { tags, referrers });
    const tables = [
      'tag_observations',
      'evidence',
      'evidence_bytes',
      'verifications',
      'verdicts',
    ];
    const before = await dump(tables);
    clock.advance(HOUR);

    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    const judge = presenceJudge(clock);
    const outcome = await record(store, clock, { tags, referrers }, { judge });
    const writes = statements
      .filter(sql => /^(insert|update|delete)/i.test(sql))
      .map(sql => /(?:into|update|from) [`"](\w+)/i.exec(sql)?.[1])
      .filter(table => table !== 'work_queue');

    expect(outcome).toEqual({ changed: false, state: 'indexed', judged: 0 });
    expect(judge.asked).toEqual([]);
    expect(writes).toEqual(['tags', 'versions', 'charts']);
    expect(await dump(tables)).toEqual(before);
    expect((await store.known(chartId)).tags.get('1.0.0')?.resolvedAt).toBe(
      clock.iso,
    );
    expect(
      (await store.known(chartId)).referrersReadAt.get(version.digest),
    ).toBe(clock.iso);
  });

  it('tells the walk what it need not fetch again', async () => {
    const version = walkedVersion('1.0.0');
    const read = walkedEvidence(version.digest, 'read');
    await record(store, clock, {
      versions: [version, walkedVersion('2.0.0')],
      tags: [tagAt('1.0.0', version.digest)],
      evidence: [read],
      referrers: [
        {
          subject: version.digest,
          digests: [read.evidence.digest, digestOf('unread')],
        },
      ],
    });
    expect(await store.known(chartId)).toEqual({
      versions: new Set([digestOf('1.0.0'), digestOf('2.0.0')]),
      tags: new Map([
        ['1.0.0', { digest: version.digest, resolvedAt: clock.iso }],
      ]),
      evidence: new Map([[version.digest, new Set([read.evidence.digest])]]),
      provenanceFiles: new Map(),
      // Not complete: one referrer could not be read, so it is listed again.
      referrersReadAt: new Map(),
    });
    const [asked] = (await judgedWith(store, clock)).asked.filter(
      ({ digest }) => digest === version.digest,
    );
    expect(asked).toMatchObject({
      referrersRead: true,
      undecoded: [digestOf('unread')],
      awaitingBytes: [],
    });
  });

  it('takes evidence out of judgement only after a successful listing without it', async () => {
    const version = walkedVersion('1.0.0');
    const signature = walkedEvidence(version.digest, 'signature');
    const tags = [tagAt('1.0.0', version.digest)];
    await record(store, clock, {
      versions: [version],
      evidence: [signature],
      tags,
    });
    expect(await statusOf(version.digest)).toBe('verified');

    clock.advance(1000);
    const failed = await record(store, clock, {
      tags,
      tagsComplete: false,
      problems: [
        {
          code: 'registry-unreachable',
          message: 'No answer.',
          side: 'registry',
        },
      ],
    });
    expect(failed).toEqual({ changed: true, state: 'failed', judged: 0 });
    expect(await statusOf(version.digest)).toBe('verified');

    clock.advance(1000);
    await record(store, clock, {
      tags,
      referrers: [{ subject: version.digest, digests: [] }],
    });
    const gone = await store.versionDetail(chartId, version.digest);
    expect(gone?.verdict).toMatchObject({
      status: 'unsigned',
      lastVerifiedAt: '2026-11-22T12:00:00.000Z',
    });
    expect(gone?.evidence).toMatchObject([
      { digest: signature.evidence.digest, present: false, downloadable: true },
    ]);

    await record(store, clock, {
      tags,
      referrers: [
        { subject: version.digest, digests: [signature.evidence.digest] },
      ],
    });
    expect(await statusOf(version.digest)).toBe('verified');
  });

  it('writes nothing at all under a lost lease', async () => {
    const lease = await leaseChart(store);
    clock.advance(HOUR);
    const taker = await leaseChart(store);
    await expect(
      record(store, clock, { versions: [walkedVersion('1.0.0')] }, { lease }),
    ).rejects.toMatchObject({ name: 'StoreError', code: 'lease-lost' });
    expect((await store.known(chartId)).versions.size).toBe(0);
    await record(
      store,
      clock,
      { versions: [walkedVersion('1.0.0')] },
      { lease: taker },
    );
    expect((await store.known(chartId)).versions.size).toBe(1);
  });

  it.each<[string, Partial<WalkProblem>, boolean]>([
    ['the walk stopped at its own limit', {}, false],
    ['something published is too large', { at: 'at-a-digest' }, true],
    ['something is only worth telling', { note: true }, true],
  ])(
    'counts a look as successful or not when %s',
    async (_, extra, success) => {
      await record(store, clock, {
        versions: [walkedVersion('1.0.0')],
        tags: [tagAt('1.0.0', walkedVersion('1.0.0').digest)],
        problems: [
          {
            code: 'evidence-incomplete',
            message: 'Not everything was read.',
            side: 'registry',
            ...extra,
          },
        ],
      });
      const chart = await store.chart(chartId);
      expect(chart?.freshness.lastSuccessAt !== null).toBe(success);
    },
  );

  it('gives a provenance file inside the chart to the judge, and shows it', async () => {
    const seen: JudgeableVersion[] = [];
    const judge = new TestJudge(
      'inputs',
      version => {
        seen.push(version);
        return 'indeterminate';
      },
      clock,
    );
    const version = walkedVersion('1.0.0');
    version.provenanceFileLayer = {
      mediaType: 'application/vnd.cncf.helm.chart.provenance.v1.prov',
      digest: digestOf('prov'),
      size: 900,
    };
    await record(store, clock, { versions: [version] }, { judge });
    expect(seen[0].evidence).toMatchObject([
      {
        subject: version.digest,
        kind: 'provenance-file',
        problem: { code: 'evidence-incomplete' },
      },
    ]);
    const detail = await store.versionDetail(chartId, version.digest);
    expect(detail?.evidence).toMatchObject([
      { kind: 'provenance-file', present: true, downloadable: false },
    ]);
  });

  it('survives what a publisher may write', async () => {
    const version = {
      ...walkedVersion('1.0.0'),
      appVersion: 'a\u0000b',
      facts: {
        ...walkedVersion('1').facts,
        description: `x\u0000y 😀 \\u0000`,
      },
    };
    await record(store, clock, { versions: [version] });
    const detail = await store.versionDetail(chartId, version.digest);
    expect(detail?.row.appVersion).toBe('a\ufffdb');
    expect(detail?.chart.description).toContain('😀');
  });

  it('keeps bytes up to a bound, for one repository and subject only', async () => {
    const version = walkedVersion('1.0.0');
    const small = walkedEvidence(
      version.digest,
      'small',
      new Uint8Array(MAX_STORED_BYTES).fill(7),
    );
    const large = walkedEvidence(
      version.digest,
      'large',
      new Uint8Array(MAX_STORED_BYTES + 1),
    );
    await record(store, clock, {
      versions: [version, walkedVersion('2.0.0')],
      evidence: [small, large],
    });
    const read = (subject: string, digest: string, chart = chartId) =>
      store.evidenceBytes(chart, subject, digest);
    expect((await read(version.digest, digestOf('small')))?.bytes).toHaveLength(
      MAX_STORED_BYTES,
    );
    expect(await read(version.digest, digestOf('large'))).toBeUndefined();
    expect(await read(digestOf('2.0.0'), digestOf('small'))).toBeUndefined();
    expect(
      await read(version.digest, digestOf('small'), 'other'),
    ).toBeUndefined();
  });

  it('refuses a chart that is not known', async () => {
    await expect(
      record(store, clock, {}, { chartId: 'nobody' }),
    ).rejects.toMatchObject({ code: 'unknown-chart' });
    // The lease's release was rolled back with it.
    expect((await store.status()).queue.leased).toBe(1);
  });
});

/** Judges everything anew and tells what the judge was asked. */
async function judgedWith(
  store: DatabaseChartStore,
  clock: TestClock,
  inputsHash = 'others',
): Promise<TestJudge> {
  const judge = presenceJudge(clock, inputsHash);
  await store.rejudge(chartId, { verified: [], awaitingBytes: [] }, judge);
  return judge;
}
