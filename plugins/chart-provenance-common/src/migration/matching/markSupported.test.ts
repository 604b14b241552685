import { parityOf } from '../parityOf';
import {
  consumer,
  factsOf,
  legacyConsumer,
  legacyFacts,
  legacyVersion,
  manifestOf,
  plan,
  published,
} from '../testing/facts';
import { MigrationFacts } from '../types';

const OLD = { publishedAt: '2020-01-01T00:00:00Z', created: '2020-01-01' };

describe('supported versions', () => {
  const versions = [
    published('2.0.0-rc.1', OLD),
    published('1.8.0', OLD),
    published('1.7.0', { publishedAt: '2025-11-23T00:00:00Z' }),
    published('1.6.0', { publishedAt: '2025-11-22T11:59:00Z' }),
    published('1.5.0', { publishedAt: 'long ago' }),
    published('1.4.0', OLD),
  ];
  const supported = (extra: Partial<MigrationFacts>) =>
    (
      parityOf(
        factsOf({
          versions,
          consumers: [],
          legacy: legacyFacts({ versions: [legacyVersion('0.1.0', OLD)] }),
          ...extra,
        }),
      )?.rows ?? []
    ).flatMap(one => (one.supported ? [one.version] : []));

  it.each<[string, Partial<MigrationFacts>, string[]]>([
    ['the newest release, and a year', {}, ['1.8.0', '1.7.0', '1.5.0']],
    [
      'since the day of the plan',
      { plan: plan({ supportedSince: '2026-11-01' }) },
      ['1.8.0'],
    ],
    [
      'since a day that is none: as without a plan',
      { plan: plan({ supportedSince: '2026-02-30' }) },
      ['1.8.0', '1.7.0', '1.5.0'],
    ],
    [
      'what a consumer asks for, by version',
      { consumers: [legacyConsumer('a', 'v1.4.0', { runs: null })] },
      ['1.8.0', '1.7.0', '1.5.0', '1.4.0'],
    ],
    [
      'what runs, by digest',
      {
        consumers: [
          consumer('a', {
            wants: { version: '1.x', digest: null },
            runs: {
              version: null,
              digest: manifestOf('1.4.0'),
              since: null,
              verdict: null,
              note: null,
            },
          }),
        ],
      },
      ['1.8.0', '1.7.0', '1.5.0', '1.4.0'],
    ],
    [
      'not what a range might mean',
      {
        consumers: [
          consumer('a', {
            wants: { version: '1.4.x', digest: null },
            runs: null,
          }),
        ],
      },
      ['1.8.0', '1.7.0', '1.5.0'],
    ],
    [
      'the newest of the legacy repository, and that of the registry',
      { legacy: legacyFacts({ versions: [legacyVersion('1.9.0', OLD)] }) },
      ['1.9.0', '1.8.0', '1.7.0', '1.5.0'],
    ],
    [
      'the newest pre-release where there is no release',
      {
        versions: [published('2.0.0-rc.1', OLD), published('2.0.0-rc.0', OLD)],
        legacy: legacyFacts({ versions: [] }),
      },
      ['2.0.0-rc.1'],
    ],
    [
      'the later of two dates',
      {
        versions: [published('1.8.0', OLD), published('1.4.0', OLD)],
        legacy: legacyFacts({ versions: [legacyVersion('1.4.0')] }),
      },
      ['1.8.0', '1.4.0'],
    ],
  ])('%s', (_, extra, expected) => {
    expect(supported(extra)).toEqual(expected);
  });
});
