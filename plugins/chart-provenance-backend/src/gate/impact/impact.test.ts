import {
  ConsumerRow,
  GateChange,
  TrustPolicy,
  Verdict,
} from 'backstage-plugin-chart-provenance-common';
import { consumerRow } from '../../__testUtils__/attackedMigration';
import { parseConfig } from '../../config/parseConfig';
import { Problems } from '../../config/problems';
import { ChartRecord } from '../../store';
import { blocks } from './blocks';
import { impactOf, ImpactReader } from './ImpactReader';

const GOOD = `sha256:${'a'.repeat(64)}`;
const BAD = `sha256:${'b'.repeat(64)}`;
const STRANGE = `sha256:${'c'.repeat(64)}`;

const verdict = (status: Verdict['status'], message = 'Because.'): Verdict => ({
  status,
  reasons: [{ code: 'wrong-identity', message, side: 'chart' }],
  requirements: [],
  policies: [],
  decidedAt: '2026-01-01T00:00:00.000Z',
});

const runs = (digest: string | null): ConsumerRow['runs'] => ({
  version: '1.0.0',
  digest,
  since: null,
  verdict: null,
  note: null,
});

const demand = {
  verdicts: new Map([
    [GOOD, verdict('verified')],
    [BAD, verdict('rejected', 'Another identity.')],
    [STRANGE, verdict('indeterminate', 'The root is stale.')],
  ]),
  requireDigest: false,
};

describe('blocks', () => {
  it.each<[string, Partial<ConsumerRow>, string | undefined, RegExp]>([
    ['good bytes', { runs: runs(GOOD) }, undefined, /^$/],
    ['bad bytes', { runs: runs(BAD) }, 'blocked', /Another identity/],
    ['undecided bytes', { runs: runs(STRANGE) }, 'blocked', /stale/],
    [
      'bytes not recorded',
      { runs: runs(null), wants: { version: '1.0.0', digest: GOOD } },
      'unknown',
      /not recorded/,
    ],
    [
      'bytes not indexed',
      { runs: runs(`sha256:${'d'.repeat(64)}`) },
      'unknown',
      /not in the index/,
    ],
    [
      'nothing known to run, good digest wanted',
      { runs: null, wants: { version: null, digest: GOOD } },
      undefined,
      /^$/,
    ],
    [
      'nothing known to run, version wanted',
      { runs: null },
      'unknown',
      /what runs is not known/,
    ],
    [
      'the legacy repository',
      { from: 'legacy', runs: runs(GOOD) },
      'unknown',
      /legacy/,
    ],
  ])('%s', (_, changes, outcome, reason) => {
    const found = blocks(consumerRow(changes), demand);
    expect(found?.outcome).toBe(outcome);
    expect(found?.reason ?? '').toMatch(reason);
  });

  it('blocks what names no digest where one is demanded, whatever runs', () => {
    const strict = { ...demand, requireDigest: true };
    const by = (changes: Partial<ConsumerRow>) =>
      blocks(consumerRow({ runs: runs(GOOD), ...changes }), strict)?.outcome;
    expect(by({ pin: 'version' })).toBe('blocked');
    expect(by({ pin: 'range', runs: runs(null) })).toBe('blocked');
    expect(by({ pin: 'digest' })).toBeUndefined();
  });
});

const charts: ChartRecord[] = ['payments', 'search'].map(name => ({
  chartId: name.padEnd(16, '0'),
  registry: 'ghcr.io',
  repository: `acme/charts/${name}`,
  owner: `component:default/${name}`,
  knownBy: 'convention',
  expectedSource: null,
  policies: ['release'],
  requestedPolicies: [],
  conflict: [],
}));

const raw = {
  trust: { keys: [{ id: 'one', pem: 'PEM' }] },
  policies: [
    { name: 'release', anyOf: [{ key: 'one' }] },
    { name: 'strict', anyOf: [{ key: 'one' }] },
  ],
  consumers: {
    environments: [
      { name: 'production', clusters: 'prod-*' },
      { name: 'staging', clusters: 'staging' },
    ],
  },
};

function reader(gate: object = { environments: [] }) {
  const config = {
    ...parseConfig(raw, new Problems()),
    gate: {
      ...parseConfig(raw, new Problems()).gate,
      ...gate,
    },
  };
  const rows: Record<string, ConsumerRow[]> = {
    [charts[0].chartId]: [
      consumerRow({ id: 'good', runs: runs(GOOD), environment: 'production' }),
      consumerRow({
        id: 'bad',
        runs: runs(BAD),
        environment: 'staging',
        owner: 'group:default/a',
      }),
      consumerRow({ id: 'old', from: 'legacy', environment: 'production' }),
    ],
    [charts[1].chartId]: [
      consumerRow({
        id: 'hidden',
        runs: runs(BAD),
        environment: 'production',
        owner: 'group:default/b',
      }),
    ],
  };
  const under = jest.fn(
    async (
      _chart: ChartRecord,
      _digests: readonly string[],
      _policies: readonly TrustPolicy[],
    ) => demand.verdicts,
  );
  const impact = new ImpactReader({
    reads: {
      claimedCharts: async () => charts,
      chartRecord: async id => charts.find(one => one.chartId === id),
      versions: async () => undefined,
    },
    consumers: {
      consumersOf: async id => rows[id],
      sources: async () => [],
    },
    verdicts: { under },
    config,
  });
  return { impact, under, rows };
}

const environment = (name: string, more: object = {}) => ({
  name,
  repositories: null,
  enforceFrom: 'never',
  policies: [],
  requireDigest: false,
  requireImages: false,
  maxAgeMs: null,
  ...more,
});

describe('ImpactReader', () => {
  const touchedBy = async (change: GateChange, gate?: object) => {
    const { impact, under } = reader(gate);
    const { touched } = await impact.of(change);
    return {
      touched: touched.map(one => [one.row.id, one.outcome?.outcome]),
      under,
    };
  };

  it('tries a policy on every chart in scope, besides theirs', async () => {
    const { touched, under } = await touchedBy({
      kind: 'policy',
      policy: 'strict',
      charts: 'ghcr.io/acme/charts/payments',
    });
    expect(touched).toEqual([
      ['good', undefined],
      ['bad', 'blocked'],
      ['old', 'unknown'],
    ]);
    expect(under).toHaveBeenCalledTimes(1);
    expect(under.mock.calls[0]).toEqual([
      expect.objectContaining({ policies: ['release', 'strict'] }),
      expect.arrayContaining([GOOD, BAD]),
      expect.arrayContaining([expect.objectContaining({ name: 'strict' })]),
    ]);
  });

  it('puts a written policy in the place of the one of its name', async () => {
    const { under } = await touchedBy({
      kind: 'policy-text',
      text: 'name: release\nanyOf: [{ key: one }]\nrequire: { attestations: [https://a.dev/x] }',
    });
    expect(under).toHaveBeenCalledTimes(2);
    const [chart, , policies] = under.mock.calls[0];
    expect(chart.policies).toEqual(['release']);
    expect(policies.filter(({ name }) => name === 'release')).toEqual([
      expect.objectContaining({
        requireAttestations: [{ type: 'https://a.dev/x' }],
      }),
    ]);
  });

  it('looks at the consumers of the environment, with what it adds', async () => {
    const { touched, under } = await touchedBy(
      { kind: 'enforcement', environment: 'production' },
      {
        environments: [
          environment('production', {
            policies: ['strict'],
            requireDigest: true,
          }),
        ],
      },
    );
    expect(touched).toEqual([
      ['good', 'blocked'],
      ['old', 'unknown'],
      ['hidden', 'blocked'],
    ]);
    expect(under.mock.calls[0]).toEqual([
      expect.objectContaining({ policies: ['release', 'strict'] }),
      expect.anything(),
      expect.anything(),
    ]);
  });

  it('tells who loses the legacy repository', async () => {
    const { touched } = await touchedBy({
      kind: 'retire',
      chartId: charts[0].chartId,
    });
    expect(touched).toEqual([
      ['good', undefined],
      ['bad', undefined],
      ['old', 'blocked'],
    ]);
  });

  it.each<[GateChange, RegExp]>([
    [
      { kind: 'policy', policy: 'strickt' },
      /no policy "strickt"; there are release, strict/,
    ],
    [
      { kind: 'enforcement', environment: 'moon' },
      /no environment "moon"; there are none/,
    ],
    [
      { kind: 'policy', policy: 'strict', charts: 'ghcr.io' },
      /a host and a pattern/,
    ],
    [
      { kind: 'policy', policy: 'strict', charts: 'ghcr.io/acme-*' },
      /whole segment/,
    ],
  ])('refuses %j', async (change, words) => {
    await expect(reader().impact.of(change)).rejects.toThrow(words);
  });

  it('counts whom the reader may not see, and names nobody of them', async () => {
    const { impact, rows } = reader();
    const change: GateChange = { kind: 'policy', policy: 'strict' };
    const all = await impact.of(change);
    const visible = new Map(rows[charts[0].chartId].map(row => [row.id, row]));
    const answer = impactOf(change, all, visible, ['production', 'staging']);
    expect(answer.counts).toEqual({
      consumers: 4,
      blocked: 2,
      unknown: 1,
      fine: 1,
    });
    expect(answer.blocked.map(one => one.consumerId)).toEqual(['old', 'bad']);
    expect(answer.owners).toEqual([{ owner: 'group:default/a', consumers: 1 }]);
    expect(JSON.stringify(answer)).not.toMatch(/hidden|group:default\/b/);
  });
});
