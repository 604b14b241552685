import {
  reasonOf,
  TrustPolicy,
  Verdict,
  VerdictStatus,
} from 'backstage-plugin-chart-provenance-common';
import { ChartJudge, GateSubject, JudgeableVersion } from '../store';
import { VersionFacts } from './VersionFacts';

const NOW = '2027-03-01T12:00:00.000Z';
const DIGEST = `sha256:${'a'.repeat(64)}`;

const policy = (name: string, maxStalenessMs: number): TrustPolicy => ({
  name,
  selectable: false,
  anyOf: [{ kind: 'key', key: 'k' }],
  requireAttestations: [],
  maxStalenessMs,
});
const HOUR = 3_600_000;
const POLICIES = [
  policy('acme-release', HOUR),
  policy('extra', HOUR),
  policy('strict', 60_000),
];

function verdictOf(status: VerdictStatus, policies: string[]): Verdict {
  const code = status === 'verified' ? 'policy-met' : 'wrong-identity';
  return {
    status,
    reasons: [reasonOf(code, 'So it is.')],
    requirements: [
      {
        id: 'policy:acme-release:signature',
        title: 'Signed',
        result: 'met',
        metBy: [],
        signer: {
          kind: 'keyless',
          root: 'acme',
          issuer: 'https://i.dev',
          subject: 's',
        },
        reasons: [],
      },
    ],
    policies,
    decidedAt: '2027-03-01T11:00:00.000Z',
  };
}

const FACTS: JudgeableVersion = {
  digest: DIGEST,
  name: 'payments',
  version: '1.0.0',
  chartLayerDigest: null,
  problem: null,
  tags: [],
  everTags: [],
  evidence: [],
  verifications: [],
  referrersRead: true,
  undecoded: [],
  awaitingBytes: [],
  previousKey: 'key',
};

function subjectOf(
  changes: Partial<GateSubject> = {},
): GateSubject & { version: NonNullable<GateSubject['version']> } {
  return {
    chart: {
      chartId: 'aaaaaaaaaaaaaaaa',
      registry: 'ghcr.io',
      repository: 'acme/charts/payments',
      owner: 'component:default/payments',
      knownBy: 'convention',
      expectedSource: null,
      policies: ['acme-release'],
      requestedPolicies: [],
      conflict: [],
    },
    judgedWith: 'inputs',
    lastSuccessAt: '2027-03-01T11:50:00.000Z',
    problem: null,
    ...changes,
    version: {
      digest: DIGEST,
      version: '1.0.0',
      verdict: verdictOf('verified', ['acme-release']),
      verdictKey: 'key',
      underTag: null,
      ...changes.version,
    },
  };
}

/** A judge that finds verified what it is asked about, and whoever asks. */
function setUp(status: VerdictStatus = 'verified') {
  const state = { inputs: 'inputs', stored: 'key', stale: false };
  const judge = jest.fn<
    ReturnType<ChartJudge['judge']>,
    Parameters<ChartJudge['judge']>
  >((chart, version) => ({
    key: `${version.previousKey}`,
    verdict: verdictOf(status, chart.policies),
    vouched: [
      {
        evidence: DIGEST,
        trust: 'root:acme',
        outcome: 'proven',
        predicateType: 'https://slsa.dev/provenance/v1',
      },
    ],
    distrustedBy: [],
  }));
  const judgeable = jest.fn(async () => ({
    version: FACTS,
    verdictKey: state.stored,
  }));
  const facts = new VersionFacts({
    store: { judgeable },
    policies: POLICIES,
    judge: () => ({ inputsHash: state.inputs, materialHash: 'm', judge }),
    rootsStale: () => (state.stale ? [{ id: 'acme', since: NOW }] : []),
    now: () => new Date(NOW),
  });
  return { facts, judge, judgeable, state };
}

describe('VersionFacts', () => {
  it('takes the stored verdict where nothing is added', async () => {
    const { facts, judgeable } = setUp();
    const subject = subjectOf();
    expect(await facts.of(subject, ['acme-release'], [])).toEqual({
      verdict: subject.version.verdict,
      missing: [],
    });
    expect(judgeable).not.toHaveBeenCalled();
  });

  it('judges anew under what is added, once for what both were judged from', async () => {
    const { facts, judge, judgeable } = setUp('rejected');
    const { verdict } = await facts.of(subjectOf(), ['extra', 'extra'], []);
    expect([verdict.status, verdict.policies]).toEqual([
      'rejected',
      ['acme-release', 'extra'],
    ]);
    // Its own key must not keep it from being judged.
    expect(judge.mock.calls[0][1].previousKey).toBeNull();
    await facts.of(subjectOf(), ['extra'], []);
    expect(judgeable).toHaveBeenCalledTimes(1);
    await facts.of(subjectOf(), ['extra', 'strict'], []);
    expect(judgeable).toHaveBeenCalledTimes(2);
    const version = { ...subjectOf().version, verdictKey: 'other' };
    await facts.of(subjectOf({ version }), ['extra'], []);
    expect(judgeable).toHaveBeenCalledTimes(3);
  });

  it('does not decide by facts that were written between its two reads', async () => {
    const { facts, judge, state } = setUp();
    state.stored = 'newer';
    const { verdict } = await facts.of(subjectOf(), ['extra'], []);
    expect([verdict.status, verdict.reasons[0].code]).toEqual([
      'indeterminate',
      'not-yet-judged',
    ]);
    expect(judge).not.toHaveBeenCalled();
    // Nor is it remembered.
    state.stored = 'key';
    expect((await facts.of(subjectOf(), ['extra'], [])).verdict.status).toBe(
      'verified',
    );
  });

  it.each<[string, Partial<GateSubject>, readonly string[], string]>([
    [
      'by rules no longer in force',
      { judgedWith: 'older' },
      [],
      'not-yet-judged',
    ],
    ['never', { judgedWith: null }, ['extra'], 'not-yet-judged'],
    [
      'too long ago',
      { lastSuccessAt: '2027-03-01T10:00:00.000Z' },
      [],
      'stale',
    ],
    ['too long ago for what is added', {}, ['strict'], 'stale'],
  ])(
    'does not call verified what was judged %s',
    async (_, changes, added, code) => {
      const { facts } = setUp();
      const { verdict } = await facts.of(subjectOf(changes), added, []);
      expect([verdict.status, verdict.reasons[0].code]).toEqual([
        'indeterminate',
        code,
      ]);
    },
  );

  it('applies what the clock and the trust material change to what it remembers', async () => {
    const { facts, state } = setUp();
    const statusOf = async () =>
      (await facts.of(subjectOf(), ['extra'], [])).verdict.status;
    expect(await statusOf()).toBe('verified');
    state.stale = true;
    expect(await statusOf()).toBe('indeterminate');
    state.stale = false;
    state.inputs = 'renewed';
    expect(await statusOf()).toBe('indeterminate');
  });

  it('takes for attested what the signer of a verified version attests', async () => {
    const { facts } = setUp();
    const asked = ['https://slsa.dev/provenance', 'https://acme.dev/reviewed'];
    expect((await facts.of(subjectOf(), [], asked)).missing).toEqual([
      'https://acme.dev/reviewed',
    ]);
    // Of others that is no question: they are refused for what they are.
    const rejected = setUp('rejected').facts;
    const answer = await rejected.of(subjectOf(), [], asked);
    expect([answer.verdict.status, answer.missing]).toEqual(['rejected', []]);
  });
});
