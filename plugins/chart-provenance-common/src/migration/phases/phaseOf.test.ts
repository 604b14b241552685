import { MigrationPhase } from '../../api/migrationTypes';
import {
  consumer,
  digest,
  factsOf,
  legacyConsumer,
  legacyFacts,
  legacyVersion,
  plan,
  published,
  source,
} from '../testing/facts';
import { MigrationFacts } from '../types';
import { phaseOf } from './phaseOf';

const PROBLEM = {
  code: 'x',
  message: 'timed out',
  fix: 'Look.',
  since: '2026-11-21T00:00:00Z',
};
const BOTH = [legacyVersion('1.8.2'), legacyVersion('1.8.1')];
const GONE = legacyFacts({ goneSince: '2026-11-21T00:00:00Z' });
const VANISHED = legacyFacts({
  versions: BOTH.map(one => ({
    ...one,
    present: false,
    vanishedAt: '2026-11-21T00:00:00Z',
  })),
});
const REACHED = {
  notStarted: '2026-01-01T00:00:00Z',
  dualPublishing: '2026-02-01T00:00:00Z',
  cutOver: '2026-03-01T00:00:00Z',
  deprecationWindow: '2026-04-01T00:00:00Z',
  retired: '2026-05-01T00:00:00Z',
};
const STILL = [consumer('a'), legacyConsumer('b')];

/** What differs from a chart that is in both places, consumed from the registry alone; the phase; and what it stands on. */
const ROWS: [string, Partial<MigrationFacts>, MigrationPhase, RegExp][] = [
  [
    'no legacy repository',
    { legacy: null },
    'noLegacy',
    /^Nobody knows of a legacy repository/,
  ],
  [
    'a legacy repository that never listed it',
    { legacy: legacyFacts({ versions: [] }) },
    'noLegacy',
    /does not list this chart, and was never seen to/,
  ],
  [
    'nothing in the registry',
    { versions: [], index: { ...factsOf().index, state: 'empty' } },
    'notStarted',
    /^Nothing is published in oci:/,
  ],
  [
    'a newest release in the legacy repository only',
    { versions: [published('1.8.1')], consumers: STILL },
    'notStarted',
    /^1\.8\.2 is in the legacy repository only\.$/,
  ],
  [
    'other bytes',
    {
      legacy: legacyFacts({
        versions: [legacyVersion('1.8.2', { digest: digest('e') })],
      }),
    },
    'notStarted',
    /^1\.8\.2 has other bytes in the registry/,
  ],
  [
    'bytes that cannot be compared',
    {
      legacy: legacyFacts({
        versions: [legacyVersion('1.8.2', { digest: null })],
      }),
    },
    'notStarted',
    /^Whether 1\.8\.2 has the same bytes in both cannot be told/,
  ],
  [
    'different versions in both places',
    {
      legacy: legacyFacts({ versions: [legacyVersion('1.0.0')] }),
      consumers: STILL,
    },
    'notStarted',
    /^No version is in both places\.$/,
  ],
  [
    'a legacy index that was never read',
    { legacy: legacyFacts({ readAt: null, versions: [] }) },
    'notStarted',
    /was not read yet/,
  ],
  [
    'a consumer at the legacy repository',
    { consumers: STILL },
    'dualPublishing',
    /^1\.8\.2 is in both with the same bytes\. 1 of 2 consumers still takes it/,
  ],
  [
    'nobody looked for consumers',
    { sources: [] },
    'dualPublishing',
    /Nobody looked for consumers/,
  ],
  [
    'a newer pre-release in the legacy repository only',
    {
      legacy: legacyFacts({
        versions: [...BOTH, legacyVersion('2.0.0-rc.1')],
      }),
      consumers: STILL,
    },
    'dualPublishing',
    /^1\.8\.2 is in both/,
  ],
  [
    'a newest release in the registry only, and a consumer left',
    {
      legacy: legacyFacts({ versions: [legacyVersion('1.8.1')] }),
      consumers: STILL,
    },
    'dualPublishing',
    /^1\.8\.1 is in both/,
  ],
  [
    'no consumer left',
    {},
    'cutOver',
    /^None of 2 consumers takes it from the legacy repository\. No day is planned/,
  ],
  [
    'a day of deprecation to come',
    { plan: plan({ deprecatedOn: '2026-11-23' }) },
    'cutOver',
    /The plan has it deprecated from 2026-11-23 on/,
  ],
  [
    'the day of deprecation',
    { plan: plan({ deprecatedOn: '2026-11-22' }) },
    'deprecationWindow',
    /^By the plan it is deprecated since 2026-11-22\. The legacy repository lists 2 versions\.$/,
  ],
  [
    'all versions flagged',
    {
      legacy: legacyFacts({
        versions: BOTH.map(one => ({ ...one, deprecated: true })),
      }),
    },
    'deprecationWindow',
    /^All 2 versions in the legacy repository are flagged/,
  ],
  [
    'one of two versions flagged',
    {
      legacy: legacyFacts({
        versions: [BOTH[0], { ...BOTH[1], deprecated: true }],
      }),
    },
    'cutOver',
    /1 of 2 versions in the legacy repository is flagged/,
  ],
  [
    'deprecated with a consumer left',
    { plan: plan({ deprecatedOn: '2026-11-22' }), consumers: STILL },
    'dualPublishing',
    /still takes it/,
  ],
  [
    'gone, and nobody uses it',
    { legacy: GONE },
    'retired',
    /^The legacy repository has had no index since 2026-11-21\. None of 2/,
  ],
  [
    'no longer listed, and nobody uses it',
    { legacy: VANISHED },
    'retired',
    /^The legacy repository does not list the chart\. None of 2/,
  ],
  [
    'gone too early',
    { legacy: GONE, consumers: STILL },
    'dualPublishing',
    /still takes it/,
  ],
  [
    'gone, and it was never seen',
    { legacy: legacyFacts({ goneSince: PROBLEM.since, versions: [] }) },
    'notStarted',
    /was not seen with this chart before/,
  ],
];

describe('phaseOf', () => {
  it.each(ROWS)('%s', (_, extra, phase, because) => {
    const found = phaseOf(factsOf(extra));
    expect(found).toMatchObject({ phase, held: false });
    expect(found.because).toMatch(because);
  });

  it.each<[string, Partial<MigrationFacts>]>([
    ['the registry', { index: { ...factsOf().index, stale: true } }],
    ['the legacy index', { legacy: legacyFacts({ problem: PROBLEM }) }],
    ['a source', { sources: [source(), source({ problem: PROBLEM })] }],
    ['every source', { sources: [] }],
    ['a rule that names the legacy repository', { legacy: null }],
  ])('keeps what was reached while it lacks %s', (_, lacking) => {
    const { deprecationWindow: at, ...before } = REACHED;
    const reached = { ...before, deprecationWindow: at, retired: undefined };
    const kept = phaseOf(
      factsOf({
        ...lacking,
        reached,
        plan: plan({ deprecatedOn: '2026-04-01' }),
      }),
    );
    expect(kept).toMatchObject({ phase: 'deprecationWindow', held: true });
    expect(kept.because).toMatch(
      /^It was so on 2026-04-01, and whether it still is cannot be told now\. ./,
    );
    // The same facts lead there by themselves only when everything is known.
    expect(phaseOf(factsOf({ ...lacking })).phase).not.toBe(
      'deprecationWindow',
    );
  });

  it('keeps nothing that is seen to be otherwise, whatever could not be read', () => {
    const facts = factsOf({
      reached: REACHED,
      consumers: STILL,
      sources: [source({ problem: PROBLEM })],
    });
    expect(phaseOf(facts).phase).toBe('dualPublishing');
  });

  it.each<[string, Partial<MigrationFacts>, MigrationPhase]>([
    [
      'a legacy repository that came back, and then could not be read',
      { legacy: legacyFacts({ problem: PROBLEM }) },
      'deprecationWindow',
    ],
    [
      'a retired one that cannot be reached any more',
      {
        legacy: legacyFacts({ ...VANISHED, problem: PROBLEM, stale: true }),
      },
      'retired',
    ],
    [
      'a plan that was put off, while flags cannot be read',
      {
        plan: plan({ deprecatedOn: '2027-01-01' }),
        legacy: legacyFacts({ problem: PROBLEM }),
      },
      'cutOver',
    ],
  ])('is led nowhere by what cannot be read: %s', (_, extra, phase) => {
    const kept = phaseOf(
      factsOf({
        reached: REACHED,
        plan: plan({ deprecatedOn: '2026-04-01' }),
        ...extra,
      }),
    );
    expect(kept.phase).toBe(phase);
  });

  it('gives a release a day to get into both places', () => {
    const young = legacyVersion('1.9.0', {
      created: '2026-11-22T11:00:00.000Z',
      firstSeenAt: '2026-11-22T11:00:00.000Z',
    });
    const facts = factsOf({
      legacy: legacyFacts({ versions: [young, ...BOTH] }),
    });
    expect(phaseOf(facts).phase).toBe('notStarted');
    const { cutOver, dualPublishing } = REACHED;
    const before = { ...facts, reached: { cutOver, dualPublishing } };
    expect(phaseOf(before)).toMatchObject({ phase: 'cutOver', held: true });
    const old = { ...young, created: '2026-01-01T00:00:00Z' };
    const legacy = legacyFacts({ versions: [old, ...BOTH] });
    expect(phaseOf({ ...before, legacy }).phase).toBe('notStarted');
    const dayAfter = { ...before, now: '2026-11-23T11:00:00.001Z' };
    const moved = phaseOf({
      ...dayAfter,
      sources: [source({ lastSuccessAt: dayAfter.now })],
    });
    expect(moved).toMatchObject({ phase: 'notStarted', held: false });
  });
});
