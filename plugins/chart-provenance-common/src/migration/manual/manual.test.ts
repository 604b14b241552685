import {
  ManualItem,
  MigrationPlan,
  SignOffRequest,
} from '../../api/migrationTypes';
import { CHECK_IDS } from '../../checks';
import { migrationState } from '../migrationState';
import {
  factsOf,
  legacyConsumer,
  NOW,
  plan,
  published,
  signOff,
} from '../testing/facts';
import { ManualItemSpec, MigrationFacts, RecordedSignOff } from '../types';
import { BUILT_IN_MANUAL_ITEMS } from './builtInManualItems';
import { planProblems } from './planProblems';
import { signOffProblems } from './signOffProblems';

function item(
  id: string,
  signOffs: RecordedSignOff[],
  extra: Partial<MigrationFacts> = {},
): ManualItem | undefined {
  const state = migrationState(factsOf({ ...extra, signOffs }), {
    signOff: true,
    plan: true,
  });
  return state.manual.find(one => one.id === id);
}

const MOVED = {
  versions: [
    published('1.8.2', {
      republished: [{ tag: '1.8.2', at: '2026-11-10T00:00:00.000Z' }],
    }),
  ],
};

describe('manual items', () => {
  it.each<[string, RecordedSignOff[], ManualItem['status']]>([
    ['nobody signed it off', [], 'open'],
    ['somebody did', [signOff()], 'done'],
    [
      'somebody took it back',
      [signOff(), signOff({ result: 'open', at: '2026-11-02T00:00:00Z' })],
      'open',
    ],
    [
      'the later one is written first',
      [signOff({ result: 'open', at: '2026-11-02T00:00:00Z' }), signOff()],
      'open',
    ],
    [
      'it is said not to apply',
      [signOff({ result: 'notApplicable' })],
      'notApplicable',
    ],
    [
      'it counts until tomorrow',
      [signOff({ expiresOn: '2026-11-23' })],
      'done',
    ],
    [
      'it counted until today',
      [signOff({ expiresOn: '2026-11-22' })],
      'expired',
    ],
    ['its end is no day', [signOff({ expiresOn: 'soon' })], 'expired'],
    [
      'what does not apply counted until today',
      [signOff({ result: 'notApplicable', expiresOn: '2026-11-22' })],
      'expired',
    ],
    ['another one was signed off', [signOff({ checkId: 'other' })], 'open'],
  ])('%s', (_, signOffs, status) => {
    expect(item('tags-immutable', signOffs)).toMatchObject({
      status,
      contradiction: null,
      inheritedFrom: 'ghcr.io',
    });
  });

  it.each<[string, Partial<RecordedSignOff>, ManualItem['status']]>([
    ['after the sign-off', { at: '2026-11-09T00:00:00Z' }, 'contradicted'],
    ['before the sign-off', { at: '2026-11-11T00:00:00Z' }, 'done'],
    [
      'after it was said not to apply',
      { at: '2026-11-09T00:00:00Z', result: 'notApplicable' },
      'contradicted',
    ],
    [
      'after it was taken back',
      { at: '2026-11-09T00:00:00Z', result: 'open' },
      'open',
    ],
    [
      'after it had expired',
      { at: '2026-11-09T00:00:00Z', expiresOn: '2026-11-10' },
      'expired',
    ],
  ])('is held against what was seen %s', (_, extra, status) => {
    const found = item('tags-immutable', [signOff(extra)], MOVED);
    expect(found?.status).toBe(status);
    expect(found?.contradiction).toBe(
      status === 'contradicted'
        ? 'Seen on 2026-11-10, after it was signed off: 1 tag of a supported version was published again with another chart: 1.8.2.'
        : null,
    );
  });

  it('is contradicted by a failure alone, not by not knowing', () => {
    const manual: ManualItemSpec[] = [
      {
        ...BUILT_IN_MANUAL_ITEMS[3],
        id: 'all-moved',
        contradictedBy: 'off-legacy',
      },
    ];
    const signed = [signOff({ checkId: 'all-moved', scope: 'chart' })];
    expect(item('all-moved', signed, { manual, sources: [] })?.status).toBe(
      'done',
    );
    const back = { manual, consumers: [legacyConsumer('a')] };
    expect(item('all-moved', signed, back)).toMatchObject({
      status: 'contradicted',
      scope: 'chart',
      inheritedFrom: null,
    });
  });

  it('asks nothing about retirement where there was never anything to retire', () => {
    const none = { legacy: null };
    expect(item('consumers-told', [], none)?.status).toBe('notApplicable');
    expect(item('consumers-told', [], { ...none, sources: [] })?.status).toBe(
      'open',
    );
  });

  it('has built-in ones with ids of their own, that name checks there are', () => {
    const specs = BUILT_IN_MANUAL_ITEMS;
    const ids = [...CHECK_IDS, ...specs.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    for (const { contradictedBy } of specs) {
      expect([null, ...CHECK_IDS]).toContain(contradictedBy);
    }
  });
});

describe('signOffProblems', () => {
  const request: SignOffRequest = { result: 'done', note: '', expiresOn: null };

  it.each<[string, Partial<SignOffRequest>]>([
    ['done', {}],
    [
      'done with a note of two lines, for a time',
      { note: 'a\nb', expiresOn: '2026-11-23' },
    ],
    ['taken back', { result: 'open' }],
    ['not applicable, with a note', { result: 'notApplicable', note: 'No.' }],
  ])('has nothing against %s', (_, extra) => {
    expect(
      signOffProblems({ ...request, ...extra }, BUILT_IN_MANUAL_ITEMS[0], NOW),
    ).toEqual([]);
  });

  it.each<[string, Partial<SignOffRequest>, string]>([
    ['no reason', { result: 'notApplicable', note: ' \n' }, 'note'],
    ['a long note', { note: 'a'.repeat(2_001) }, 'note'],
    ['control characters', { note: 'a\u0007' }, 'note'],
    ['text that runs backwards', { note: 'a\u202E' }, 'note'],
    ['no day', { expiresOn: '2026-02-30' }, 'expiresOn'],
    ['today', { expiresOn: '2026-11-22' }, 'expiresOn'],
    [
      'an end of what is taken back',
      { result: 'open', expiresOn: '2027-01-01' },
      'expiresOn',
    ],
  ])('has something against %s', (_, extra, field) => {
    const problems = signOffProblems(
      { ...request, ...extra },
      BUILT_IN_MANUAL_ITEMS[0],
      NOW,
    );
    expect(problems.map(one => one.field)).toEqual([field]);
  });
});

describe('planProblems', () => {
  it.each<[string, Partial<MigrationPlan>]>([
    ['nothing', {}],
    ['a leap day', { cutOverOn: '2028-02-29' }],
    [
      'days in order, also the same',
      {
        cutOverOn: '2027-01-01',
        deprecatedOn: '2027-01-01',
        retireOn: '2027-06-01',
        supportedSince: '2026-11-22',
      },
    ],
    [
      'days that have passed',
      { cutOverOn: '2020-01-01', retireOn: '2020-01-01' },
    ],
  ])('has nothing against %s', (_, extra) => {
    expect(planProblems(plan(extra), NOW)).toEqual([]);
  });

  it.each<[string, Partial<MigrationPlan>, string[]]>([
    ['no leap day', { cutOverOn: '2027-02-29' }, ['cutOverOn']],
    ['a time', { retireOn: '2027-02-01T00:00:00Z' }, ['retireOn']],
    [
      'words',
      { deprecatedOn: 'soon', retireOn: '' },
      ['deprecatedOn', 'retireOn'],
    ],
    [
      'deprecated before cut over',
      { cutOverOn: '2027-02-02', deprecatedOn: '2027-02-01' },
      ['deprecatedOn'],
    ],
    [
      'retired before deprecated',
      { deprecatedOn: '2027-02-02', retireOn: '2027-02-01' },
      ['retireOn'],
    ],
    [
      'retired before cut over',
      { cutOverOn: '2027-02-02', retireOn: '2027-02-01' },
      ['retireOn'],
    ],
    [
      'support from tomorrow on',
      { supportedSince: '2026-11-23' },
      ['supportedSince'],
    ],
    ['a long note', { note: 'a'.repeat(2_001) }, ['note']],
  ])('has something against %s', (_, extra, fields) => {
    const problems = planProblems(plan(extra), NOW);
    expect(problems.map(({ field }) => field)).toEqual(fields);
  });
});
