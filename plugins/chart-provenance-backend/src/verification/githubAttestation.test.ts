import { Descriptor } from 'chart-provenance-oras';
import { nothingKnown } from '../walk/__testUtils__/known';
import { ChartRepository } from '../walk/__testUtils__/ChartRepository';
import { walkRepository } from '../walk';
import { BundleJson, SigstoreLab } from './__testUtils__/SigstoreLab';
import { RootInput, Thresholds, TrustMaterialSet } from '.';
import { verifyEvidence } from './verifyEvidence';

// A loaded machine takes several times as long.
jest.setTimeout(60_000);

const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const EMPTY = 'application/vnd.oci.empty.v1+json';
const FULCIO = '1.3.6.1.4.1.57264.1';
const REPOSITORY = 'https://github.com/acme/payments';
const CALLED =
  'https://github.com/acme/workflows/.github/workflows/release.yml@refs/heads/main';
const CALLER = `${REPOSITORY}/.github/workflows/release.yml@refs/tags/v1.8.2`;
const ISSUER = 'https://token.actions.githubusercontent.com';

/** Every extension that GitHub's tokens fill, by number. */
const EXTENSIONS: Record<number, string> = {
  8: ISSUER,
  9: CALLED,
  10: 'c'.repeat(40),
  11: 'github-hosted',
  12: REPOSITORY,
  13: 'a'.repeat(40),
  14: 'refs/tags/v1.8.2',
  15: '731045921',
  16: 'https://github.com/acme',
  17: '9157342',
  18: CALLER,
  19: 'a'.repeat(40),
  20: 'push',
  21: `${REPOSITORY}/actions/runs/1234567/attempts/1`,
  22: 'private',
};
const LEGACY: Record<number, string> = {
  1: ISSUER,
  2: 'push',
  3: 'a'.repeat(40),
  4: 'release',
  5: 'acme/payments',
  6: 'refs/tags/v1.8.2',
};

const extensions = [
  ...Object.entries(LEGACY).map(([number, value]) => ({
    oid: `${FULCIO}.${number}`,
    value,
    legacy: true,
  })),
  ...Object.entries(EXTENSIONS).map(([number, value]) => ({
    oid: `${FULCIO}.${number}`,
    value,
  })),
];

const TYPE = 'https://slsa.dev/provenance/v1';

/** GitHub's own instance has neither log: a signed timestamp is all there is. */
const PRIVATE: Thresholds = { tlog: 0, ctlog: 0, timestamp: 1 };

let unlogged: SigstoreLab;
let logged: SigstoreLab;
let charts: ChartRepository;
let chart: Descriptor;

beforeAll(async () => {
  unlogged = await SigstoreLab.create({ certificateLog: false });
  logged = await SigstoreLab.create();
});

beforeEach(async () => {
  charts = new ChartRepository();
  chart = await charts.chart('1.8.2');
});

async function attest(lab: SigstoreLab): Promise<BundleJson> {
  const bundle = await lab.sign({
    subject: chart.digest,
    predicateType: TYPE,
    predicate: {
      buildDefinition: {
        buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      },
      runDetails: { builder: { id: CALLED } },
    },
    san: CALLED,
    extensions,
  });
  if (lab === unlogged) {
    bundle.verificationMaterial.tlogEntries = [];
  }
  return bundle;
}

/** As `actions/attest` pushes it with `push-to-registry`. */
async function push(bundle: BundleJson): Promise<void> {
  await charts.putJson(MANIFEST, {
    schemaVersion: 2,
    mediaType: MANIFEST,
    artifactType: BUNDLE,
    config: await charts.putJson(EMPTY, {}),
    layers: [await charts.putJson(BUNDLE, bundle)],
    subject: chart,
    annotations: {
      'org.opencontainers.image.created': '2026-11-22T12:00:00.000Z',
      'dev.sigstore.bundle.content': 'dsse-envelope',
      'dev.sigstore.bundle.predicateType': TYPE,
    },
  });
}

const withoutLogs = (root: unknown) => ({
  ...Object(root),
  tlogs: [],
  ctlogs: [],
});

async function outcomesUnder(roots: RootInput[]) {
  const { evidence, problems } = await walkRepository(
    charts.store,
    nothingKnown(),
    { now: () => new Date('2026-11-22T12:00:00Z') },
  );
  expect(problems).toEqual([]);
  expect(evidence).toHaveLength(1);
  const [{ evidence: piece, bytes = new Uint8Array() }] = evidence;
  expect(piece).toMatchObject({
    kind: 'attestation',
    format: 'sigstore-bundle-v0.3',
    predicateType: TYPE,
    subject: chart.digest,
  });
  const { digest, format, subject } = piece;
  return verifyEvidence(
    { evidence: digest, format, subject, bytes },
    TrustMaterialSet.from({ roots, keys: [] }),
  ).verifications;
}

describe('an attestation by GitHub Actions', () => {
  it('of a public repository is proven by logs, with all that its certificate says', async () => {
    await push(await attest(logged));
    const [outcome] = await outcomesUnder([
      { id: 'public', type: 'file', trustedRoot: logged.trustedRoot },
    ]);
    expect(outcome).toMatchObject({
      outcome: 'proven',
      predicateType: TYPE,
      subjects: [chart.digest],
      logEntries: [expect.stringMatching(/^[0-9a-f]{64}$/)],
    });
    expect(outcome.signer).toEqual({
      kind: 'keyless',
      root: 'public',
      issuer: ISSUER,
      subject: CALLED,
      sourceRepository: REPOSITORY,
      sourceDigest: 'a'.repeat(40),
      sourceRef: 'refs/tags/v1.8.2',
      buildSigner: CALLED,
      runInvocation: EXTENSIONS[21],
      trigger: 'push',
      sourceRepositoryId: '731045921',
      sourceOwner: 'https://github.com/acme',
      sourceOwnerId: '9157342',
      runnerEnvironment: 'github-hosted',
      buildConfig: CALLER,
      sourceVisibility: 'private',
    });
  });

  it('of a private repository is proven by a timestamp alone, under the root that says so', async () => {
    await push(await attest(unlogged));
    const root = (id: string, more: Partial<RootInput>): RootInput => ({
      id,
      type: 'file',
      trustedRoot: withoutLogs(unlogged.trustedRoot),
      thresholds: PRIVATE,
      ...more,
    });
    const outcomes = await outcomesUnder([
      root('github', {}),
      root('stranger', { trustedRoot: withoutLogs(logged.trustedRoot) }),
      root('strict', {
        trustedRoot: unlogged.trustedRoot,
        thresholds: undefined,
      }),
      root('certificate log', {
        trustedRoot: unlogged.trustedRoot,
        thresholds: { ...PRIVATE, ctlog: 1 },
      }),
      root('log', {
        trustedRoot: unlogged.trustedRoot,
        thresholds: { ...PRIVATE, tlog: 1 },
      }),
      root('two times', { thresholds: { ...PRIVATE, timestamp: 2 } }),
      { id: 'public', type: 'publicGood' },
    ]);
    expect(
      outcomes.map(({ trust, outcome, code }) => [trust, outcome, code]),
    ).toEqual([
      ['root:github', 'proven', undefined],
      ['root:stranger', 'failed', 'untrusted-root'],
      ['root:strict', 'failed', 'log-proof-missing'],
      ['root:certificate log', 'failed', 'log-proof-missing'],
      ['root:log', 'failed', 'log-proof-missing'],
      ['root:two times', 'failed', 'timestamp-missing'],
      ['root:public', 'failed', 'untrusted-root'],
    ]);
    expect(outcomes[0]).toMatchObject({
      verifiedTimes: [expect.any(String)],
      logEntries: [],
    });
  });

  it('without a timestamp is proven by nothing, whatever the thresholds', async () => {
    const bundle = await attest(unlogged);
    bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps =
      [];
    await push(bundle);
    const [outcome] = await outcomesUnder([
      {
        id: 'github',
        type: 'file',
        trustedRoot: withoutLogs(unlogged.trustedRoot),
        thresholds: PRIVATE,
      },
    ]);
    expect(outcome).toMatchObject({ code: 'timestamp-missing' });
  });
});
