import { migrationState } from '../migrationState';
import {
  consumer,
  factsOf,
  legacyConsumer,
  legacyFacts,
  legacyVersion,
  plan,
  source,
} from '../testing/facts';
import { MigrationFacts } from '../types';

const SINCE = '2026-11-21T00:00:00Z';
const PROBLEM = { code: 'x', message: 'timed out', fix: 'Look.', since: SINCE };
const goneSeen = (day: string) =>
  legacyFacts({ goneSince: SINCE, goneSeenAt: `${day}T08:00:00.000Z` });
const VANISHED = legacyFacts({
  versions: ['1.8.2', '1.8.1'].map(version =>
    legacyVersion(version, { present: false, vanishedAt: SINCE }),
  ),
});

describe('a migration, step by step', () => {
  it('goes forward and back by itself', () => {
    const reached: MigrationFacts['reached'] = {};
    const told: string[] = [];
    const look = (now: string, extra: Partial<MigrationFacts>) => {
      const { phase, alarms, steps } = migrationState(
        factsOf({
          sources: [source({ lastSuccessAt: `${now}T08:00:00.000Z` })],
          ...extra,
          now: `${now}T09:00:00.000Z`,
          reached: { ...reached },
        }),
        { signOff: true, plan: true },
      );
      reached[phase] ??= `${now}T09:00:00.000Z`;
      told.push([phase, ...alarms.map(({ code }) => code)].join(' '));
      expect(steps.filter(({ state }) => state === 'present')).toMatchObject([
        { phase },
      ]);
    };
    const none = {
      versions: [],
      index: { ...factsOf().index, state: 'empty' as const },
    };
    const three = ['a', 'b', 'c'];
    const stay = (n: number) => ({
      consumers: three.map((id, at) =>
        at < n ? legacyConsumer(id, '1.8.2') : consumer(id),
      ),
    });
    const ahead = plan({ deprecatedOn: '2027-03-01', retireOn: '2027-06-01' });

    look('2027-01-01', { ...none, ...stay(3) });
    look('2027-01-02', stay(3));
    look('2027-01-03', stay(2));
    look('2027-01-04', stay(1));
    look('2027-01-05', stay(0));
    look('2027-01-06', stay(1));
    look('2027-01-07', stay(0));
    look('2027-01-08', { ...stay(0), sources: [source({ problem: PROBLEM })] });
    look('2027-03-02', { ...stay(0), plan: ahead });
    look('2027-03-03', {
      ...stay(0),
      plan: ahead,
      legacy: goneSeen('2027-03-03'),
    });
    look('2027-03-04', { ...stay(0), plan: ahead });
    look('2027-03-05', {
      ...stay(1),
      plan: ahead,
      legacy: goneSeen('2027-03-05'),
    });
    look('2027-06-02', { ...stay(0), plan: ahead, legacy: VANISHED });

    expect(told).toEqual([
      'notStarted',
      'dualPublishing',
      'dualPublishing',
      'dualPublishing',
      'cutOver',
      'dualPublishing consumers-moved-back',
      'cutOver',
      'cutOver',
      'deprecationWindow',
      'retired',
      'deprecationWindow legacy-came-back',
      'dualPublishing legacy-gone-too-early consumers-moved-back past-date',
      'retired',
    ]);
  });
});
