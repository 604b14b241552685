import { fieldsNamed, planProblems } from './planProblems';
import { signOffProblems } from './signOffProblems';

const EMPTY = {
  cutOverOn: '',
  deprecatedOn: '',
  retireOn: '',
  supportedSince: '',
  note: '',
};

describe('planProblems', () => {
  it.each<[string, Partial<typeof EMPTY>, string[]]>([
    ['nothing decided', {}, []],
    [
      'days in their order',
      {
        cutOverOn: '2027-03-01',
        deprecatedOn: '2027-03-01',
        retireOn: '2027-06-01',
      },
      [],
    ],
    [
      'a day before the one it follows',
      { cutOverOn: '2027-03-01', retireOn: '2027-02-01' },
      ['retireOn'],
    ],
    [
      'two days out of order',
      {
        cutOverOn: '2027-03-01',
        deprecatedOn: '2027-02-01',
        retireOn: '2027-01-01',
      },
      ['deprecatedOn', 'retireOn'],
    ],
    ['a day that is none', { cutOverOn: '2027-02-30' }, ['cutOverOn']],
    [
      'support that began before all of it',
      { cutOverOn: '2027-03-01', supportedSince: '2025-01-01' },
      [],
    ],
    ['a note too long', { note: 'x'.repeat(2_001) }, ['note']],
  ])('%s', (_case, changes, fields) => {
    expect(Object.keys(planProblems({ ...EMPTY, ...changes }))).toEqual(fields);
  });

  it('finds the fields that the backend names, and no others', () => {
    expect(fieldsNamed('retireOn must not be before cutOverOn')).toEqual([
      'cutOverOn',
      'retireOn',
    ]);
    expect(fieldsNamed('body.note: too long')).toEqual(['note']);
    expect(fieldsNamed('notes and footnotes')).toEqual([]);
  });
});

describe('signOffProblems', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  it.each<[string, Partial<Parameters<typeof signOffProblems>[0]>, string[]]>([
    ['all in order', {}, []],
    ['no note', { note: '  ' }, ['note']],
    ['a note too long', { note: 'x'.repeat(2_001) }, ['note']],
    ['taken back without a word', { result: 'open', note: '' }, []],
    ['counts until today', { expiresOn: '2026-11-23' }, ['expiresOn']],
    ['counts until tomorrow', { expiresOn: '2026-11-24' }, []],
    ['counts until no day', { expiresOn: '2026-11-31' }, ['expiresOn']],
  ])('%s', (_case, changes, fields) => {
    const form = {
      result: 'done' as const,
      note: 'ticket 12',
      expiresOn: '',
      ...changes,
    };
    expect(Object.keys(signOffProblems(form, now))).toEqual(fields);
  });
});
