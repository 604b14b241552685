import { ReasonCode, Verdict } from '../verdict/types';
import { applyFreshness, FreshnessInput } from './applyFreshness';
import { judge } from './judge';
import { rootsOf } from './rootsOf';
import {
  inputOf,
  keyless,
  Overrides,
  policy,
  proven,
} from './testing/judgeInputs';
import { asksKeyring, provFile } from './testing/provenanceFileRows';

const LATER = '2026-11-30T12:00:00Z';
const HOUR = 3_600_000;
const problem = {
  code: 'registry-unreachable' as const,
  message: 'No answer.',
  side: 'registry' as const,
};
const good: Overrides = { items: [proven(keyless, '01')] };

function freshness(overrides: Partial<FreshnessInput> = {}): FreshnessInput {
  return {
    lastSuccessAt: '2026-11-30T11:30:00Z',
    maxStalenessMs: HOUR,
    now: LATER,
    problem: null,
    ...overrides,
  };
}

/** Verified by a provenance file, with a key that ends then. */
const ending = (countsUntil: string): Overrides => ({
  items: [provFile('02', { countsUntil })],
  chart: {
    expectedSource: null,
    policies: [policy({ anyOf: [asksKeyring] })],
  },
});

const old = { lastSuccessAt: '2026-11-30T10:59:59Z' };

type Row = [
  string,
  Overrides,
  Partial<FreshnessInput>,
  Verdict['status'],
  ReasonCode[],
];

const rows: Row[] = [
  ['fresh', good, {}, 'verified', ['policy-met']],
  [
    'a problem within the bounds',
    good,
    { problem },
    'verified',
    ['policy-met'],
  ],
  [
    'exactly at the bound',
    good,
    { lastSuccessAt: '2026-11-30T11:00:00Z' },
    'verified',
    ['policy-met'],
  ],
  ['past it', good, old, 'indeterminate', ['stale']],
  [
    'a key that goes on',
    ending('2026-11-30T12:00:01Z'),
    {},
    'verified',
    ['policy-met'],
  ],
  [
    'a key that has ended since',
    ending('2026-11-30T12:00:00Z'),
    {},
    'rejected',
    ['certificate-expired'],
  ],
  [
    'a key that has ended since, past it',
    ending('2026-11-30T12:00:00Z'),
    old,
    'rejected',
    ['certificate-expired', 'stale'],
  ],
  [
    'past it, with what keeps us',
    good,
    { ...old, problem },
    'indeterminate',
    ['stale', 'registry-unreachable'],
  ],
  [
    'never looked at',
    good,
    { lastSuccessAt: null },
    'indeterminate',
    ['stale'],
  ],
  [
    'a time that cannot be read',
    good,
    { lastSuccessAt: 'soon' },
    'indeterminate',
    ['stale'],
  ],
  [
    'a bound that cannot be read',
    good,
    { maxStalenessMs: NaN },
    'indeterminate',
    ['stale'],
  ],
  [
    'a look in the far future',
    good,
    { lastSuccessAt: '2027-01-01T00:00:00Z' },
    'indeterminate',
    ['stale'],
  ],
  ['unsigned, past it', {}, old, 'indeterminate', ['stale']],
  [
    'rejected, past it',
    { subject: { configName: 'x' } },
    { ...old, problem },
    'rejected',
    [
      'name-or-version-mismatch',
      'no-signature',
      'stale',
      'registry-unreachable',
    ],
  ],
  [
    'undecided, past it',
    { ...good, chart: { policies: [] } },
    old,
    'indeterminate',
    ['no-policy', 'stale'],
  ],
  [
    'its root stale',
    good,
    { rootsStale: [{ id: 'public', since: null }] },
    'indeterminate',
    ['stale-root'],
  ],
  [
    'another root stale',
    good,
    { rootsStale: [{ id: 'github', since: null }] },
    'verified',
    ['policy-met'],
  ],
  [
    'another root stale, several policies',
    { ...good, chart: { policies: [policy(), policy({ name: 'b' })] } },
    { rootsStale: [{ id: 'github', since: null }] },
    'verified',
    ['policy-met'],
  ],
];

describe('a stale root', () => {
  const verdict = judge(inputOf(good));
  const stale = (id: string, since: string | null) =>
    applyFreshness(verdict, freshness({ rootsStale: [{ id, since }] }));

  it('counts wherever the verdict stands on it, also for an attestation alone', () => {
    const attested: Verdict = {
      ...verdict,
      requirements: verdict.requirements.map(line => ({
        ...line,
        signer: { ...keyless, root: 'github' },
      })),
    };
    expect(rootsOf(attested)).toEqual(['github', 'public']);
    const rootsStale = [{ id: 'github', since: null }];
    const shown = applyFreshness(attested, freshness({ rootsStale }));
    expect(shown.status).toBe('indeterminate');
  });

  it('says since when, and that nothing was verified after it', () => {
    const since = '2026-11-30T11:00:00Z';
    const { reasons, lastVerifiedAt } = stale('public', since);
    expect(reasons[0].message).toContain(since);
    expect(lastVerifiedAt).toBe(since);
    expect(stale('public', null).lastVerifiedAt).toBe('2026-11-30T11:30:00Z');
  });
});

describe('applyFreshness', () => {
  it.each(rows)('%s', (_, overrides, input, status, codes) => {
    const verdict = applyFreshness(judge(inputOf(overrides)), freshness(input));
    expect([
      verdict.status,
      ...verdict.reasons.map(({ code }) => code),
    ]).toEqual([status, ...codes]);
  });

  it('never makes a verdict verified, and gives a fresh one back as it is', () => {
    for (const [, overrides, input] of rows) {
      const before = judge(inputOf(overrides));
      const after = applyFreshness(before, freshness(input));
      expect(after.status === 'verified' && before.status !== 'verified').toBe(
        false,
      );
      // Its key may have ended by now all the same.
      const isFresh = after.reasons[0].code !== 'certificate-expired';
      expect(applyFreshness(before, freshness()) === before).toBe(isFresh);
    }
  });

  it('knows until when it was verified by a key that has ended', () => {
    const end = '2026-11-30T11:00:00Z';
    const verdict = judge(inputOf(ending(end)));
    const lastOf = (lastSuccessAt: string) =>
      applyFreshness(verdict, freshness({ lastSuccessAt })).lastVerifiedAt;
    expect(lastOf('2026-11-30T11:59:00Z')).toBe(end);
    expect(lastOf('2026-11-29T00:00:00Z')).toBe('2026-11-29T00:00:00Z');
  });

  it('remembers when it was last verified: the later of judging and looking', () => {
    const verdict = judge(inputOf(good));
    expect(applyFreshness(verdict, freshness(old)).lastVerifiedAt).toBe(
      old.lastSuccessAt,
    );
    expect(
      applyFreshness(verdict, freshness({ lastSuccessAt: null }))
        .lastVerifiedAt,
    ).toBe(verdict.decidedAt);
    const unsigned = judge(inputOf({ lastVerifiedAt: '2026-01-01T00:00:00Z' }));
    expect(applyFreshness(unsigned, freshness(old)).lastVerifiedAt).toBe(
      '2026-01-01T00:00:00Z',
    );
  });
});
