import { Knex } from 'knex';
import {
  Signer,
  TrustPolicy,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
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
import { WalkedEvidence } from '../walk/types';
import { ChartJudgeOptions, createChartJudge } from './createChartJudge';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const HOUR = 60 * 60 * 1000;
const version = walkedVersion('1.0.0');
const { chartId } = PAYMENTS;

/** A reusable workflow: one subject for everybody who calls it. */
const calledFrom = (source: string): Signer => ({
  kind: 'keyless',
  root: 'public',
  issuer: 'https://issuer',
  subject: 'https://github.com/acme/tools/.github/workflows/sign.yml@v1',
  sourceRepository: `https://github.com/acme/${source}`,
});
const byKey: Signer = { kind: 'key', key: 'release', fingerprint: 'f' };
const byPgp: Signer = {
  kind: 'pgp',
  keyring: 'edge',
  fingerprint: 'ab'.repeat(20),
  keyId: 'ab'.repeat(8),
};

const TRUST: Record<Signer['kind'], string> = {
  x509: 'store:notation',
  key: 'key:release',
  keyless: 'root:public',
  pgp: 'keyring:edge',
};

interface Piece {
  walked: WalkedEvidence;
  proof: Verification;
}

function piece(
  word: string,
  signer: Signer,
  about: Partial<Verification> = {},
): Piece {
  const walked = walkedEvidence(version.digest, word);
  const proof: Verification = {
    evidence: walked.evidence.digest,
    trust: TRUST[signer.kind],
    outcome: 'proven',
    signer,
    subjects: [version.digest],
    predicateType: 'https://sigstore.dev/cosign/sign/v1',
    verifiedTimes: [],
    ...about,
  };
  return { walked, proof };
}

const SPDX = { predicateType: 'https://spdx.dev/Document' };
const sbom = (signer: Signer, about: Partial<Verification> = {}) =>
  piece('sbom', signer, { ...SPDX, ...about });

const policyOf = (name: string, anyOf: TrustPolicy['anyOf']): TrustPolicy => ({
  name,
  selectable: false,
  anyOf,
  requireAttestations: [],
  maxStalenessMs: 365 * 24 * HOUR,
});

const asksKey = policyOf('key', [{ kind: 'key', key: 'release' }]);
const asksKeyless = policyOf('keyless', [
  {
    kind: 'keyless',
    root: 'public',
    issuer: 'https://issuer',
    subject: 'https://github.com/acme/tools/.github/workflows/sign.yml@v1',
  },
]);
const asksKeyring = policyOf('archive', [{ kind: 'keyring', keyring: 'edge' }]);

describe.each(databases.eachSupportedId())('what is attached, on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  /** Of the evidence, as it is shown. */
  let outcomes: string[];

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
  });

  async function seen(
    policies: TrustPolicy[],
    pieces: Piece[],
    distrust: ChartJudgeOptions['distrust'] = [],
  ) {
    const store = await openStore(knex, clock, policies);
    const names = policies.map(({ name }) => name);
    await replaceInventory(store, [
      { ...PAYMENTS, policies: names, expectedSource: null },
    ]);
    const judge = createChartJudge({
      policies,
      distrust,
      materialHash: 'material',
      verifierVersion: '1',
      now: () => clock.now(),
    });
    await record(
      store,
      clock,
      {
        versions: [version],
        tags: [tagAt('1.0.0', version.digest)],
        evidence: pieces.map(({ walked }) => walked),
      },
      {
        judge,
        verified: pieces.map(({ proof }) => ({
          subject: version.digest,
          digest: proof.evidence,
          materialHash: judge.materialHash,
          verifications: [proof],
        })),
      },
    );
    return async () => {
      const detail = await store.versionDetail(chartId, version.digest);
      outcomes = (detail?.evidence ?? []).flatMap(({ verifications }) =>
        verifications.map(({ trust, outcome }) => `${trust} ${outcome}`),
      );
      return [detail?.row.verdict.status, detail?.row.sbom?.verified];
    };
  }

  const LEAK = {
    id: 'leak',
    reason: 'It leaked.',
    key: 'release',
    from: '2026-06-01T00:00:00.000Z',
  };
  const MAY = ['2026-05-01T00:00:00.000Z'];
  const JULY = ['2026-07-01T00:00:00.000Z'];
  const signed = piece('signature', byKey, { verifiedTimes: MAY });
  const called = piece('signature', calledFrom('payments'));

  it.each<
    [string, TrustPolicy, Piece[], ChartJudgeOptions['distrust'], unknown[]]
  >([
    [
      'counts as attested by the signer of the chart',
      asksKey,
      [signed, sbom(byKey)],
      [],
      ['verified', true],
    ],
    [
      'does not by somebody else',
      asksKey,
      [signed, sbom(calledFrom('payments'))],
      [],
      ['verified', false],
    ],
    [
      'does by a workflow that many call, called from the same source',
      asksKeyless,
      [called, sbom(calledFrom('payments'))],
      [],
      ['verified', true],
    ],
    [
      'does not by the same workflow, called from another source',
      asksKeyless,
      [called, sbom(calledFrom('elsewhere'))],
      [],
      ['verified', false],
    ],
    [
      'does not when it is distrusted itself',
      asksKey,
      [signed, sbom(byKey)],
      [{ id: 'one', reason: 'r', digest: sbom(byKey).proof.evidence }],
      ['verified', false],
    ],
    [
      'does not when it was made after the key leaked',
      asksKey,
      [signed, sbom(byKey, { verifiedTimes: JULY })],
      [LEAK],
      ['verified', false],
    ],
    [
      'does not beside a chart that nobody signed',
      asksKey,
      [sbom(byKey)],
      [],
      ['unsigned', false],
    ],
  ])('%s', async (_, policy, pieces, distrust, expected) => {
    const shown = await seen([policy], pieces, distrust);
    expect(await shown()).toEqual(expected);
  });

  it('counts no longer than the verdict does', async () => {
    const file = piece('file', byPgp, {
      predicateType: undefined,
      countsUntil: new Date(clock.now().getTime() + HOUR).toISOString(),
    });
    file.walked.evidence.kind = 'provenance-file';
    file.walked.evidence.format = 'helm-provenance';
    const shown = await seen(
      [asksKey, asksKeyring],
      [signed, sbom(byKey), file],
    );
    expect(await shown()).toEqual(['verified', true]);
    expect(outcomes).toContain('keyring:edge proven');
    clock.advance(2 * HOUR);
    expect(await shown()).toEqual(['rejected', false]);
    expect(outcomes).toContain('keyring:edge failed');
    expect(outcomes).toContain('key:release proven');
  });
});
