import { gzipSync } from 'node:zlib';
import { SbomComponent } from 'backstage-plugin-chart-provenance-common';
import { Knex } from 'knex';
import { packSbom, readSbom } from '../evidence';
import { WalkedEvidence } from '../walk/types';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  digestOf,
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  TestJudge,
  walkedEvidence,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { DatabaseChartStore } from './DatabaseChartStore';
import { ChartJudge, VerifiedEvidence } from './types';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;

/** A CycloneDX document with components of these names. */
const sbomWith = (...names: string[]) =>
  packSbom(
    readSbom({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { timestamp: '2026-01-01T00:00:00Z', tools: [{ name: 't' }] },
      components: names.map(name => ({ name, type: 'library' })),
    }),
  );
const UNREAD = packSbom(readSbom('SPDXVersion: SPDX-2.3'));

/** Vouches for the evidence named, on versions that are verified. */
function judgeThat(
  clock: TestClock,
  vouches: readonly string[],
  status: 'verified' | 'rejected' = 'verified',
  inputsHash = 'inputs',
): ChartJudge {
  const judge = new TestJudge(inputsHash, () => status, clock);
  return {
    inputsHash,
    materialHash: judge.materialHash,
    judge(chart, version) {
      const judged = judge.judge(chart, version);
      const vouched = vouches.map(word => ({
        evidence: digestOf(word),
        trust: 'key:release',
        outcome: 'proven' as const,
      }));
      return judged && { ...judged, vouched };
    },
  };
}

describe.each(databases.eachSupportedId())('SBOMs on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
  });

  const outcomeOf = (
    { evidence }: WalkedEvidence,
    sbom: VerifiedEvidence['sbom'],
    materialHash = 'material',
  ): VerifiedEvidence => ({
    subject: evidence.subject,
    digest: evidence.digest,
    materialHash,
    verifications: [],
    sbom,
  });

  /** Walks over versions, each with SBOMs by a word. */
  async function walk(
    versions: Record<string, Record<string, VerifiedEvidence['sbom']>>,
    judge = judgeThat(clock, []),
  ) {
    const walked = Object.keys(versions).map(version => walkedVersion(version));
    const found = walked.flatMap(({ version, digest }) =>
      Object.keys(versions[version]).map(word => ({
        item: walkedEvidence(digest, word),
        sbom: versions[version][word],
      })),
    );
    return record(
      store,
      clock,
      {
        versions: walked,
        tags: walked.map(({ version, digest }) => tagAt(version, digest)),
        evidence: found.map(({ item }) => item),
      },
      { judge, verified: found.map(({ item, sbom }) => outcomeOf(item, sbom)) },
    );
  }

  const documents = async (version: string) =>
    (await store.sboms.ofVersion(chartId, digestOf(version)))?.documents.map(
      ({ evidence, ...told }) => told,
    );
  const names = async (version: string, word: string) => {
    const digest = digestOf(version);
    const found = await store.sboms.components(chartId, digest, digestOf(word));
    return found?.map(({ name }: SbomComponent) => name);
  };

  it('are kept with what they hold, and go with their evidence', async () => {
    await walk({ '1.0.0': { one: sbomWith('b', 'a') } });
    expect(await documents('1.0.0')).toEqual([
      {
        label: 'CycloneDX 1.6',
        verified: false,
        present: true,
        createdAt: '2026-01-01T00:00:00.000Z',
        tools: ['t'],
        componentCount: 2,
        cut: false,
        problem: null,
      },
    ]);
    expect(await names('1.0.0', 'one')).toEqual(['a', 'b']);
    expect(await names('1.0.0', 'other')).toBeUndefined();
    await knex('evidence').delete();
    expect(await knex('sboms').select()).toEqual([]);
    expect(await documents('1.0.0')).toEqual([]);
    expect(await store.sboms.ofVersion(chartId, digestOf('x'))).toBeUndefined();
    expect(await store.sboms.ofVersion('x', digestOf('x'))).toBeUndefined();
  });

  it('are verified where the signer of a verified version vouches for them', async () => {
    const sboms = { '1.0.0': { one: sbomWith('a'), two: sbomWith('b') } };
    await walk(sboms, judgeThat(clock, ['two']));
    const told = await store.sboms.ofVersion(chartId, digestOf('1.0.0'));
    expect(told?.documents).toMatchObject([
      { evidence: digestOf('two'), verified: true },
      { evidence: digestOf('one'), verified: false },
    ]);
    clock.advance(2 * 60 * 60 * 1000);
    const stale = await documents('1.0.0');
    expect(stale?.map(({ verified }) => verified)).toEqual([false, false]);
  });

  it('are no longer verified when the version is not, whoever vouched', async () => {
    const sboms = { '1.0.0': { one: sbomWith('a') } };
    await walk(sboms, judgeThat(clock, ['one']));
    const rejecting = judgeThat(clock, ['one'], 'rejected', 'other inputs');
    await store.rejudge(
      chartId,
      { verified: [], awaitingBytes: [] },
      rejecting,
    );
    expect(await documents('1.0.0')).toMatchObject([{ verified: false }]);
    const nobody = judgeThat(clock, [], 'verified', 'yet other inputs');
    await store.rejudge(chartId, { verified: [], awaitingBytes: [] }, nobody);
    expect(await documents('1.0.0')).toMatchObject([{ verified: false }]);
  });

  it('are read anew with their evidence, stay when it was not read, and go when it is none any more', async () => {
    await walk({ '1.0.0': { one: sbomWith('a') } }, judgeThat(clock, ['one']));
    const item = walkedEvidence(walkedVersion('1.0.0').digest, 'one');
    const judge = {
      ...judgeThat(clock, ['one'], 'verified', 'renewed'),
      materialHash: 'renewed',
    };
    const again = (sbom: VerifiedEvidence['sbom']) =>
      store.rejudge(
        chartId,
        { verified: [outcomeOf(item, sbom, 'renewed')], awaitingBytes: [] },
        judge,
      );
    await again(sbomWith('b'));
    expect(await names('1.0.0', 'one')).toEqual(['b']);
    expect(await documents('1.0.0')).toMatchObject([{ verified: true }]);
    await again(undefined);
    expect(await names('1.0.0', 'one')).toEqual(['b']);
    const failed = {
      ...outcomeOf(item, undefined, 'renewed'),
      verifications: [
        {
          evidence: item.evidence.digest,
          trust: 'key:release',
          outcome: 'failed' as const,
        },
      ],
    };
    await store.rejudge(
      chartId,
      { verified: [failed], awaitingBytes: [] },
      judge,
    );
    expect(await documents('1.0.0')).toEqual([]);
  });

  it('of evidence that was verified before they were kept come with verifying it again', async () => {
    await walk({ '1.0.0': { one: undefined } });
    expect(await documents('1.0.0')).toEqual([]);
    const [stored] = await store.evidenceToReverify(chartId, 'RULES 3');
    expect(stored.bytes).toEqual(Buffer.from('one'));
    const item = { evidence: stored.evidence };
    await store.rejudge(
      chartId,
      {
        verified: [outcomeOf(item, sbomWith('a'), 'RULES 3')],
        awaitingBytes: [],
      },
      { ...judgeThat(clock, []), materialHash: 'RULES 3' },
    );
    expect(await names('1.0.0', 'one')).toEqual(['a']);
  });

  it('are listed verified before not, there before gone, read before unread, then new before old', async () => {
    await walk({ '1.0.0': { old: sbomWith('a'), unread: UNREAD } });
    clock.advance(1000);
    const subject = walkedVersion('1.0.0').digest;
    const later = ['new', 'proven', 'gone'].map(word =>
      walkedEvidence(subject, word),
    );
    const listing = (...words: string[]) => [
      { subject, digests: words.map(word => digestOf(word)) },
    ];
    const judge = judgeThat(clock, ['proven']);
    await record(
      store,
      clock,
      {
        evidence: later,
        referrers: listing('old', 'unread', 'new', 'proven', 'gone'),
      },
      { judge, verified: later.map(item => outcomeOf(item, sbomWith('a'))) },
    );
    await record(
      store,
      clock,
      { referrers: listing('old', 'unread', 'new', 'proven') },
      { judge },
    );
    const told = await store.sboms.ofVersion(chartId, subject);
    expect(told?.documents.map(({ evidence }) => evidence)).toEqual(
      ['proven', 'new', 'old', 'unread', 'gone'].map(digestOf),
    );
  });

  it('of the version before are those of the next lower one that has some', async () => {
    await walk(
      {
        '1.0.0': { a: sbomWith('a') },
        '1.1.0': { b: sbomWith('b') },
        '1.2.0': { c: UNREAD },
        '1.3.0': {},
        '1.10.0': { d: sbomWith('d') },
        '2.0.0': { e: sbomWith('e') },
      },
      judgeThat(clock, ['a', 'd']),
    );
    const before = async (version: string, verified: boolean) =>
      (await store.sboms.before(chartId, digestOf(version), verified))?.version;
    expect(await before('1.10.0', false)).toBe('1.1.0');
    expect(await before('1.10.0', true)).toBe('1.0.0');
    expect(await before('2.0.0', true)).toBe('1.10.0');
    expect(await before('1.0.0', true)).toBeUndefined();
    expect(await before('9.9.9', true)).toBeUndefined();
    await knex('sboms').update({ vouched: false });
    expect(await before('1.10.0', true)).toBe('1.1.0');
    await knex('evidence').update({ present: false });
    expect(await before('1.10.0', false)).toBeUndefined();
  });

  it('that were poisoned cost their own answer and nothing else', async () => {
    await walk({ '1.0.0': { one: sbomWith('a') } });
    for (const components of [
      Buffer.from('no gzip'),
      gzipSync('{'),
      gzipSync('[{"name":7}]'),
      gzipSync(Buffer.alloc(64 * 1024 * 1024, ' ')),
    ]) {
      await knex('sboms').update({ components });
      expect(await names('1.0.0', 'one')).toBeUndefined();
      const detail = await store.versionDetail(chartId, digestOf('1.0.0'));
      expect(detail?.contents).toMatchObject({ images: [], sbom: null });
    }
    await knex('sboms').update({ tools: '{' });
    expect(await documents('1.0.0')).toMatchObject([{ tools: [] }]);
  });
});
