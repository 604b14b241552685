import { createTestDatabases } from '../store/__testUtils__/testDatabases';
import {
  replaceInventory,
  walkedEvidence,
  walkedVersion,
} from '../store/__testUtils__/walkFixtures';
import { TrustPolicy } from 'backstage-plugin-chart-provenance-common';
import { KnownChart } from '../walk/types';
import {
  CHART,
  IndexingFixture,
  MINUTE,
  POLICY,
  TestVerifier,
} from './__testUtils__/IndexingFixture';
import { rejudgeAll } from './rejudgeAll';

jest.setTimeout(20_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('judging anew on %s', id => {
  let fixture: IndexingFixture;

  beforeEach(async () => {
    fixture = await IndexingFixture.create(await databases.init(id));
  });

  it('judges anew from what is stored when the operator changes his mind', async () => {
    await fixture.startProcess().runOnce();
    const verifier = new TestVerifier();
    const judge = fixture.judgeWith({
      distrust: [{ id: 'leak', reason: 'it leaked', key: 'release' }],
    });
    expect(
      await rejudgeAll({ store: fixture.store, verifier, judge: () => judge }),
    ).toBe(1);
    expect(
      await rejudgeAll({ store: fixture.store, verifier, judge: () => judge }),
    ).toBe(0);
    expect((await fixture.verdicts())['1.0.0']).toEqual([
      'rejected',
      'distrusted',
    ]);
    const detail = await fixture.store.versionDetail(
      CHART.chartId,
      walkedVersion('1.0.0').digest,
    );
    expect(detail?.verdict.lastVerifiedAt).toBe(fixture.clock.iso);
    expect([fixture.walks, verifier.calls]).toEqual([1, 0]);
  });

  it('verifies stored bytes anew under other trust material, and waits for bytes it does not keep', async () => {
    const large = walkedEvidence(
      walkedVersion('1.2.0').digest,
      'large',
      Buffer.concat([Buffer.from('release'), Buffer.alloc(1024 * 1024)]),
    );
    const withLarge = async (target: unknown, known: KnownChart) => {
      const result = await fixture.walk(target, known);
      result.evidence.push(
        ...[large].filter(
          ({ evidence: { subject, digest } }) =>
            !known.evidence.get(subject)?.has(digest),
        ),
      );
      result.referrers[2].digests.push(large.evidence.digest);
      return result;
    };
    await fixture.startProcess({ walk: withLarge }).runOnce();
    expect((await fixture.verdicts())['1.2.0']).toEqual([
      'verified',
      'policy-met',
    ]);

    const policies: TrustPolicy[] = [
      { ...POLICY, anyOf: [{ kind: 'key', key: 'forged' }] },
    ];
    const verifier = new TestVerifier({ hash: 'other material' }, 'forged');
    const judge = fixture.judgeWith({
      materialHash: 'other material',
      policies,
    });
    await rejudgeAll({ store: fixture.store, verifier, judge: () => judge });
    expect(verifier.calls).toBe(2);
    expect(await fixture.verdicts()).toEqual({
      '1.0.0': ['rejected', 'bad-signature'],
      '1.1.0': ['verified', 'policy-met'],
      '1.2.0': ['indeterminate', 'awaiting-bytes'],
    });
    // Fetched again: the chart is due, and the walk is not told that it knows this one.
    expect(
      (await fixture.store.known(CHART.chartId)).evidence.get(
        walkedVersion('1.2.0').digest,
      ),
    ).toBeUndefined();
    expect((await fixture.store.status()).queue.due).toBe(1);
  });

  it('does not judge by outcomes of former trust material when a walk comes first', async () => {
    await fixture.startProcess().runOnce();
    const verifier = new TestVerifier({ hash: 'other material' }, 'other key');
    const judge = fixture.judgeWith({ materialHash: 'other material' });
    fixture.clock.advance(10 * MINUTE);
    expect(await fixture.startProcess({ verifier, judge }).runOnce()).toBe(1);
    // Left to the re-judging, and doubtful until then.
    const waiting = await fixture.store.chartsToRejudge(judge.inputsHash, 10);
    expect(waiting.map(({ chartId }) => chartId)).toEqual([CHART.chartId]);
    await rejudgeAll({ store: fixture.store, verifier, judge: () => judge });
    expect(verifier.calls).toBe(2);
    expect((await fixture.verdicts())['1.0.0']).toEqual([
      'rejected',
      'bad-signature',
    ]);
    expect(
      await rejudgeAll({ store: fixture.store, verifier, judge: () => judge }),
    ).toBe(0);
  });

  it('verifies anew what another version of the verifier proved', async () => {
    await fixture.startProcess().runOnce();
    const verifier = new TestVerifier({ hash: 'material' }, 'none', '2');
    const judge = fixture.judgeWith({ verifierVersion: '2' });
    await rejudgeAll({ store: fixture.store, verifier, judge: () => judge });
    expect(verifier.calls).toBe(2);
    expect((await fixture.verdicts())['1.0.0'][0]).toBe('rejected');
  });

  it('never holds the bytes of all evidence at once', async () => {
    const { digest } = walkedVersion('1.0.0');
    const many = Array.from({ length: 120 }, (_, at) =>
      walkedEvidence(digest, `release ${at}`),
    );
    await fixture
      .startProcess({
        walk: async (target, known) => {
          const result = await fixture.walk(target, known);
          result.evidence.push(...many);
          result.referrers[0].digests.push(
            ...many.map(({ evidence }) => evidence.digest),
          );
          return result;
        },
      })
      .runOnce();
    const read = jest.spyOn(fixture.store, 'evidenceToReverify');
    const verifier = new TestVerifier({ hash: 'other material' });
    const judge = fixture.judgeWith({ materialHash: 'other material' });
    expect(
      await rejudgeAll({ store: fixture.store, verifier, judge: () => judge }),
    ).toBe(1);
    const batches = await Promise.all(
      read.mock.results.map(each => each.value),
    );
    expect(Math.max(...batches.map(batch => batch.length))).toBeLessThan(60);
    expect(verifier.calls).toBe(122);
    expect((await fixture.verdicts())['1.0.0'][0]).toBe('verified');
  });

  it('gives a new owner nothing of what the former one had', async () => {
    await fixture.startProcess().runOnce();
    await replaceInventory(fixture.store, []);
    expect((await fixture.store.chart(CHART.chartId))?.owner).toBeNull();
    expect((await fixture.verdicts())['1.0.0']).toEqual([
      'indeterminate',
      'not-yet-judged',
    ]);
    expect(await fixture.store.queue.makeDue(CHART.chartId)).toBe(false);
    fixture.clock.advance(MINUTE);

    await replaceInventory(fixture.store, [
      {
        ...CHART,
        owner: 'component:default/squatter',
        policies: [],
        knownBy: 'claim',
      },
    ]);
    await rejudgeAll({
      store: fixture.store,
      verifier: new TestVerifier(),
      judge: () => fixture.judgeWith(),
    });
    expect((await fixture.verdicts())['1.0.0']).toEqual([
      'indeterminate',
      'no-policy',
    ]);
    const [{ newest, counts }] = (
      await fixture.store.entityProvenance('component:default/squatter')
    ).charts;
    expect([newest?.verdict.lastVerifiedAt, counts.verified]).toEqual([
      null,
      0,
    ]);
    expect(
      (await fixture.store.entityProvenance('component:default/payments'))
        .charts,
    ).toEqual([]);
    expect(
      await fixture.store.tagHistory(CHART.chartId, '1.0.0'),
    ).toBeDefined();
  });
});
