import { createTestDatabases } from '../store/__testUtils__/testDatabases';
import {
  replaceInventory,
  tagAt,
  walkedEvidence,
  walkedVersion,
  walkResult,
} from '../store/__testUtils__/walkFixtures';
import { KnownChart } from '../walk/types';
import {
  CHART,
  EXPECTED,
  IndexingFixture,
  MINUTE,
  POLICY,
  TestVerifier,
} from './__testUtils__/IndexingFixture';
import { rejudgeAll } from './rejudgeAll';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const HOUR = 60 * MINUTE;
const { digest: FIRST } = walkedVersion('1.0.0');
const UNRELATED = { id: 'else', reason: 'test', root: 'nobody' };
const OTHER = {
  ...CHART,
  chartId: 'tools00000000000',
  repository: 'acme/charts/tools',
  owner: 'component:default/tools',
};

describe.each(databases.eachSupportedId())('attacks on the index, %s', id => {
  let fixture: IndexingFixture;

  beforeEach(async () => {
    fixture = await IndexingFixture.create(await databases.init(id));
    await fixture.startProcess().runOnce();
  });

  it('starts from an index that is as it should be', async () => {
    expect(await fixture.verdicts()).toEqual(EXPECTED);
  });

  const rejudge = (judge = fixture.judgeWith(), onFailed?: jest.Mock) =>
    rejudgeAll({
      store: fixture.store,
      verifier: new TestVerifier(),
      judge: () => judge,
      onFailed,
    });
  const detail = () => fixture.store.versionDetail(CHART.chartId, FIRST);

  describe('evidence is deleted in the registry', () => {
    it('makes the version unsigned, with the time until which it was verified', async () => {
      fixture.clock.advance(HOUR);
      await fixture
        .startProcess({
          walk: async (target, known) => {
            const seen = await fixture.walk(target, known);
            return {
              ...seen,
              evidence: [],
              referrers: seen.referrers.map(each => ({ ...each, digests: [] })),
            };
          },
        })
        .runOnce();
      const version = await detail();
      expect(version?.verdict).toMatchObject({
        status: 'unsigned',
        lastVerifiedAt: expect.any(String),
      });
      expect(version?.evidence).toEqual([
        expect.objectContaining({ present: false }),
      ]);
    });

    it('is not believed of a listing that failed: the verdict stays until it is too old', async () => {
      fixture.clock.advance(HOUR);
      await fixture
        .startProcess({
          walk: async (target, known) => ({
            ...(await fixture.walk(target, known)),
            referrers: [],
            evidence: [],
            problems: [
              {
                code: 'registry-unreachable',
                message: 'It does not answer.',
                side: 'registry',
              },
            ],
          }),
        })
        .runOnce();
      expect((await fixture.verdicts())['1.0.0'][0]).toBe('verified');
      fixture.clock.advance(POLICY.maxStalenessMs + HOUR);
      expect((await fixture.verdicts())['1.0.0']).toEqual([
        'indeterminate',
        'stale',
      ]);
    });
  });

  it('an old signed digest is tagged as a newer version', async () => {
    fixture.clock.advance(HOUR);
    await fixture
      .startProcess({
        walk: async (target, known) => {
          const seen = await fixture.walk(target, known);
          return { ...seen, tags: [...seen.tags, tagAt('9.9.9', FIRST)] };
        },
      })
      .runOnce();
    const [status, reason] = (await fixture.verdicts())['1.0.0'];
    expect(status).toBe('rejected');
    expect(['rollback', 'name-or-version-mismatch']).toContain(reason);
  });

  it('the same bytes in another repository do not borrow the signature made here', async () => {
    await replaceInventory(fixture.store, [CHART, OTHER]);
    const version = walkedVersion('1.0.0');
    await fixture
      .startProcess({
        walk: async () =>
          walkResult(fixture.clock, {
            tags: [tagAt('1.0.0', FIRST)],
            versions: [{ ...version, name: 'tools' }],
          }),
      })
      .runOnce();
    const page = await fixture.store.versions(OTHER.chartId, {});
    expect(page?.items.map(({ digest, verdict }) => [digest, verdict.status]))
      // prettier-ignore
      .toEqual([[FIRST, 'unsigned']]);
    const other = await fixture.store.versionDetail(OTHER.chartId, FIRST);
    expect(other?.evidence).toEqual([]);
    expect((await fixture.verdicts())['1.0.0'][0]).toBe('verified');
  });

  it('a rolling deploy runs two policies at once: neither shows what the other decided as its own', async () => {
    const strict = fixture.judgeWith({
      policies: [{ ...POLICY, anyOf: [{ kind: 'key', key: 'another' }] }],
    });
    const lenient = fixture.judgeWith();
    const newer = await fixture.openAgain(() => strict.inputsHash);
    const older = await fixture.openAgain(() => lenient.inputsHash);
    const shownBy = async (store: typeof newer) =>
      (await store.versionDetail(CHART.chartId, FIRST))?.verdict.status;

    await rejudgeAll({
      store: newer,
      verifier: new TestVerifier(),
      judge: () => strict,
    });
    expect([await shownBy(newer), await shownBy(older)]).toEqual([
      'rejected',
      // Judged otherwise: what a stricter process refuses, an older one does not call verified either.
      'rejected',
    ]);
    await rejudgeAll({
      store: older,
      verifier: new TestVerifier(),
      judge: () => lenient,
    });
    expect([await shownBy(newer), await shownBy(older)]).toEqual([
      'indeterminate',
      'verified',
    ]);
    await rejudgeAll({
      store: newer,
      verifier: new TestVerifier(),
      judge: () => strict,
    });
    expect(await shownBy(newer)).toBe('rejected');
  });

  describe('rows of the database are damaged', () => {
    it.each([
      ['no JSON', '{"status":"verified"'],
      ['not a verdict', '{"status":"verified"}'],
      ['another status', '{"status":"fine","reasons":[{"code":"x"}]}'],
      [
        'a verified verdict with an open requirement',
        JSON.stringify({
          status: 'verified',
          reasons: [{ code: 'policy-met', message: '', side: 'trust' }],
          requirements: [{ id: 'x', result: 'undecided' }],
          policies: [],
          decidedAt: '2026-01-01T00:00:00.000Z',
        }),
      ],
    ])('a verdict: %s', async (_, verdict) => {
      await fixture.knex('verdicts').where('digest', FIRST).update({ verdict });
      expect(await fixture.verdicts()).toEqual({
        ...EXPECTED,
        '1.0.0': ['indeterminate', 'verifier-failed'],
      });
      expect((await detail())?.verdict.status).toBe('indeterminate');
      await rejudge(fixture.judgeWith({ distrust: [UNRELATED] }));
      expect(await fixture.verdicts()).toEqual(EXPECTED);
    });

    it.each([
      ['no JSON', '{"outcome":"proven"'],
      [
        'of other evidence',
        JSON.stringify({
          evidence: 'sha256:00',
          trust: 'key:release',
          outcome: 'proven',
        }),
      ],
    ])('an outcome: %s proves nothing', async (_, verification) => {
      await fixture
        .knex('verifications')
        .where('subject', FIRST)
        .update({ verification });
      await rejudge(fixture.judgeWith({ distrust: [UNRELATED] }));
      expect((await fixture.verdicts())['1.0.0'][0]).toBe('indeterminate');
      expect((await fixture.verdicts())['1.1.0']).toEqual(EXPECTED['1.1.0']);
    });

    it('evidence: it is there, and nobody can say what it is', async () => {
      await fixture
        .knex('evidence')
        .where('subject', FIRST)
        .update({ evidence: '[]' });
      await rejudge(fixture.judgeWith({ distrust: [UNRELATED] }));
      expect((await fixture.verdicts())['1.0.0'][0]).toBe('indeterminate');
      expect((await detail())?.evidence[0].problem?.code).toBe(
        'verifier-failed',
      );
    });

    it('keeps no other chart from being judged, and says which one could not be', async () => {
      await replaceInventory(fixture.store, [CHART, OTHER]);
      await fixture
        .startProcess({
          walk: async () =>
            walkResult(fixture.clock, {
              tags: [tagAt('2.0.0', walkedVersion('2.0.0').digest)],
              versions: [{ ...walkedVersion('2.0.0'), name: 'tools' }],
            }),
        })
        .runOnce();
      await fixture
        .knex('versions')
        .where('chart_id', CHART.chartId)
        .update({ undecoded: '{' });
      const failed = jest.fn();
      const judge = fixture.judgeWith({ distrust: [UNRELATED] });
      expect(await rejudge(judge, failed)).toBe(1);
      expect(failed.mock.calls.map(([chart]) => chart.chartId)).toEqual([
        CHART.chartId,
      ]);
      const store = await fixture.openAgain(() => judge.inputsHash);
      const counts = async (chartId: string) =>
        (await store.versions(chartId, {}))?.counts;
      expect(await counts(CHART.chartId)).toMatchObject({ verified: 0 });
      expect(await counts(OTHER.chartId)).toMatchObject({ unsigned: 1 });
    });
  });

  it('an entity is unregistered, and another registers in its place', async () => {
    await replaceInventory(fixture.store, []);
    await replaceInventory(fixture.store, [
      { ...CHART, owner: 'component:default/stranger', policies: [] },
    ]);
    await rejudge();
    const [{ newest, counts }] = (
      await fixture.store.entityProvenance('component:default/stranger')
    ).charts;
    expect([counts.verified, newest?.verdict.lastVerifiedAt]).toEqual([
      0,
      null,
    ]);
    expect(await fixture.store.entityProvenance(CHART.owner ?? '')).toEqual(
      expect.objectContaining({ charts: [] }),
    );
  });

  it('a signature is repeated a hundred times beside the good one', async () => {
    fixture.clock.advance(HOUR);
    const forged = Array.from({ length: 100 }, (_, at) =>
      walkedEvidence(FIRST, `forged ${at}`),
    );
    await fixture
      .startProcess({
        walk: async (target, known: KnownChart) => {
          const seen = await fixture.walk(target, known);
          seen.evidence.push(...forged);
          seen.referrers[0].digests.push(
            ...forged.map(({ evidence }) => evidence.digest),
          );
          return seen;
        },
      })
      .runOnce();
    expect((await fixture.verdicts())['1.0.0']).toEqual(EXPECTED['1.0.0']);
  });
});
