import { Knex } from 'knex';
import { Verification } from 'backstage-plugin-chart-provenance-common';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from '../store/__testUtils__/testDatabases';
import {
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  walkedEvidence,
  walkedVersion,
} from '../store/__testUtils__/walkFixtures';
import { createChartJudge } from './createChartJudge';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const DAY = 24 * 60 * 60 * 1000;

describe.each(databases.eachSupportedId())('keys that end, on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
  });

  it('are judged again when their time has come, though nothing else is new', async () => {
    const clock = new TestClock();
    const store = await openStore(knex, clock);
    const policy = {
      name: 'archive',
      selectable: false,
      anyOf: [{ kind: 'keyring' as const, keyring: 'edge' }],
      requireAttestations: [],
      maxStalenessMs: 365 * DAY,
    };
    await replaceInventory(store, [
      { ...PAYMENTS, policies: ['archive'], expectedSource: null },
    ]);
    const judge = createChartJudge({
      policies: [policy],
      distrust: [],
      materialHash: 'material',
      verifierVersion: '1',
      now: () => new Date(clock.iso),
    });
    const version = walkedVersion('1.0.0');
    const { evidence: signature, bytes } = walkedEvidence(version.digest, 'p');
    const evidence = {
      ...signature,
      manifest: version.digest,
      kind: 'provenance-file' as const,
      format: 'helm-provenance' as const,
    };
    const at = (days: number) =>
      new Date(Date.parse(clock.iso) + days * DAY).toISOString();
    const proof: Verification = {
      evidence: evidence.digest,
      trust: 'keyring:edge',
      outcome: 'proven',
      signer: {
        kind: 'pgp',
        keyring: 'edge',
        fingerprint: 'ab'.repeat(20),
        keyId: 'ab'.repeat(8),
      },
      verifiedTimes: [],
      countsFrom: at(1),
      countsUntil: at(3),
      subjects: [version.digest],
    };
    const tags = [tagAt('1.0.0', version.digest)];
    // Part of the chart itself: no listing shows it.
    const referrers = [{ subject: version.digest, digests: [] }];
    const again = async (seen = {}, verified: Verification[] = []) => {
      const outcome = await record(
        store,
        clock,
        { tags, referrers, ...seen },
        {
          judge,
          verified: verified.map(one => ({
            subject: version.digest,
            digest: one.evidence,
            materialHash: judge.materialHash,
            verifications: [one],
          })),
        },
      );
      const [row] = await knex('verdicts').select('status');
      return [row.status, outcome.judged];
    };

    expect(
      await again({ versions: [version], evidence: [{ evidence, bytes }] }, [
        proof,
      ]),
    ).toEqual(['rejected', 1]);
    expect(await again()).toEqual(['rejected', 0]);
    clock.advance(2 * DAY);
    expect(await again()).toEqual(['verified', 1]);
    expect(await again()).toEqual(['verified', 0]);
    clock.advance(2 * DAY);
    const shown = await store.versionDetail(PAYMENTS.chartId, version.digest);
    expect(shown?.verdict).toMatchObject({
      status: 'rejected',
      reasons: [{ code: 'certificate-expired' }, { code: 'stale' }],
    });
    expect(await again()).toEqual(['rejected', 1]);
    expect(await again()).toEqual(['rejected', 0]);
  });
});
