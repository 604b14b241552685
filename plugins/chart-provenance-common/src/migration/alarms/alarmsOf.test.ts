import { MigrationAlarm } from '../../api/migrationTypes';
import { migrationState } from '../migrationState';
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

const SINCE = '2026-11-20T00:00:00.000Z';
const VANISHED = { present: false, vanishedAt: SINCE };
const PROBLEM = { code: 'x', message: 'm', fix: 'f', since: SINCE };
const CUT_OVER = { cutOver: '2026-10-01T00:00:00Z' };

function stateOf(extra: Partial<MigrationFacts>) {
  return migrationState(factsOf(extra), { signOff: false, plan: false });
}

const ROWS: [
  string,
  Partial<MigrationFacts>,
  MigrationAlarm['code'],
  string,
][] = [
  [
    'the index is gone',
    {
      legacy: legacyFacts({ goneSince: SINCE }),
      consumers: [consumer('a'), legacyConsumer('b')],
    },
    'legacy-gone-too-early',
    'The legacy repository has had no index since 2026-11-20. 1 of 2 consumers still takes it from there: what is not running yet cannot be installed.',
  ],
  [
    'the index is gone, and was never read before',
    {
      legacy: legacyFacts({ goneSince: SINCE, readAt: null, versions: [] }),
      consumers: [legacyConsumer('a'), legacyConsumer('b')],
    },
    'legacy-gone-too-early',
    'The legacy repository has had no index since 2026-11-20. Both consumers still take it from there: what is not running yet cannot be installed.',
  ],
  [
    'the chart is gone, with what is nowhere else, and places cannot be read',
    {
      legacy: legacyFacts({
        versions: [
          legacyVersion('1.7.0', VANISHED),
          legacyVersion('1.6.0', VANISHED),
        ],
      }),
      consumers: [
        legacyConsumer('a', '1.7.0', { stale: true }),
        legacyConsumer('b', '1.6.0', { stale: true }),
      ],
      sources: [source({ problem: PROBLEM })],
    },
    'legacy-gone-too-early',
    'The legacy repository no longer lists the chart. Both consumers still take it from there: what is not running yet cannot be installed. 2 consumers use 1.7.0 and 1.6.0, which are in neither place any more.',
  ],
  [
    'the chart is gone, and a consumer of the registry asks for what was only there',
    {
      legacy: legacyFacts({ versions: [legacyVersion('1.7.0', VANISHED)] }),
      consumers: [
        consumer('a', {
          wants: { version: '1.7.0', digest: null },
          runs: null,
        }),
      ],
    },
    'legacy-gone-too-early',
    'The legacy repository no longer lists the chart. 1 consumer uses 1.7.0, which is in neither place any more.',
  ],
  [
    'a version is gone that is taken from there',
    {
      legacy: legacyFacts({
        versions: [legacyVersion('1.8.2'), legacyVersion('1.8.1', VANISHED)],
      }),
      consumers: [consumer('a'), legacyConsumer('b', '1.8.1')],
    },
    'legacy-version-vanished',
    'The legacy repository no longer lists 1.8.1, which 1 consumer takes from there.',
  ],
  [
    'a version is gone that is nowhere else',
    {
      legacy: legacyFacts({
        versions: [legacyVersion('1.8.2'), legacyVersion('1.7.0', VANISHED)],
      }),
      consumers: [consumer('a'), legacyConsumer('b', '1.7.0')],
    },
    'legacy-version-vanished',
    '1 consumer uses 1.7.0, which is in neither place any more.',
  ],
  [
    'other bytes',
    {
      legacy: legacyFacts({
        versions: [
          legacyVersion('1.8.2', { digest: digest('e') }),
          legacyVersion('1.8.1', { digest: digest('e') }),
        ],
      }),
    },
    'bytes-differ',
    '1.8.2 and 1.8.1 have other bytes in the registry than in the legacy repository.',
  ],
  [
    'a consumer is back',
    {
      reached: CUT_OVER,
      consumers: [consumer('a'), consumer('b'), legacyConsumer('c')],
    },
    'consumers-moved-back',
    'On 2026-10-01 no consumer took the chart from the legacy repository; now 1 of 3 consumers does.',
  ],
  [
    'the chart is back',
    { reached: { ...CUT_OVER, retired: '2026-11-01T00:00:00Z' } },
    'legacy-came-back',
    'The chart was gone from the legacy repository on 2026-11-01, and it lists 2 versions again.',
  ],
  [
    'a release in the legacy repository only',
    {
      reached: CUT_OVER,
      legacy: legacyFacts({
        versions: [
          legacyVersion('1.9.0', { firstSeenAt: SINCE }),
          legacyVersion('1.8.2'),
        ],
      }),
    },
    'legacy-came-back',
    '1.9.0 was published in the legacy repository only, after the chart was cut over on 2026-10-01.',
  ],
  [
    'the day of the cut-over has passed',
    {
      plan: plan({ cutOverOn: '2026-11-01', deprecatedOn: '2026-11-02' }),
      consumers: [legacyConsumer('a')],
    },
    'past-date',
    'By the plan the chart was to be cut over on 2026-11-01, and it is not. The only consumer still takes it from the legacy repository.',
  ],
  [
    'the day of retirement has passed',
    { plan: plan({ retireOn: '2026-11-22' }) },
    'past-date',
    'By the plan the chart was to be gone from the legacy repository on 2026-11-22, and it is not. The legacy repository lists 2 versions.',
  ],
  [
    'the day has passed, and nobody can tell',
    { plan: plan({ cutOverOn: '2026-11-01' }), sources: [] },
    'past-date',
    'By the plan the chart was to be cut over on 2026-11-01, and whether it is cannot be told. Nobody looked for consumers: no cluster and no Git repository is configured.',
  ],
];

describe('alarms', () => {
  it.each(ROWS)('%s', (_, extra, code, message) => {
    const { alarms } = stateOf(extra);
    const found = alarms.filter(one => one.code === code);
    expect(found.map(one => one.message)).toEqual([message]);
    expect(found[0].fix).toMatch(/^[A-Z].*\.$/);
  });

  it.each<[string, Partial<MigrationFacts>]>([
    ['all is well', {}],
    [
      'what is gone is used by nobody',
      { legacy: legacyFacts({ goneSince: SINCE }) },
    ],
    [
      'a vanished version is in the registry, and taken from there',
      {
        legacy: legacyFacts({
          versions: [legacyVersion('1.8.1'), legacyVersion('1.8.2', VANISHED)],
        }),
      },
    ],
    [
      'the legacy index cannot be read for another reason',
      {
        legacy: legacyFacts({ problem: PROBLEM, stale: true }),
        consumers: [legacyConsumer('a')],
      },
    ],
    ['the days are to come', { plan: plan({ cutOverOn: '2026-11-23' }) }],
    [
      'an old version has other bytes that nobody uses',
      {
        versions: [
          published('1.8.2'),
          published('1.0.0', { publishedAt: '2019-01-01' }),
        ],
        legacy: legacyFacts({
          versions: [
            legacyVersion('1.8.2'),
            legacyVersion('1.0.0', {
              digest: digest('e'),
              created: '2019-01-01',
            }),
          ],
        }),
      },
    ],
    [
      'the registry cannot be read, so nobody knows that anything is lost',
      {
        index: { ...factsOf().index, stale: true },
        legacy: legacyFacts({
          versions: [legacyVersion('1.8.2'), legacyVersion('1.7.0', VANISHED)],
        }),
        consumers: [
          consumer('a', {
            wants: { version: '1.7.0', digest: null },
            runs: null,
          }),
        ],
      },
    ],
  ])('none while %s', (_, extra) => {
    expect(stateOf(extra).alarms).toEqual([]);
  });

  it('stands above the next step, unless it is a day', () => {
    const gone = stateOf(ROWS[0][1]);
    expect(gone.nextStep).toEqual({
      text: gone.alarms[0].fix,
      responsible: 'owner',
      checkId: 'off-legacy',
    });
    expect(gone.rollback.summary).toMatch(/are published at .* again/);
    const late = stateOf({
      plan: plan({ cutOverOn: '2026-11-01' }),
      consumers: [legacyConsumer('a'), legacyConsumer('b')],
    });
    expect(late.nextStep).toEqual({
      text: 'Have 2 consumers take the chart from oci://ghcr.io/acme/charts/payments.',
      responsible: 'consumer',
      checkId: 'off-legacy',
    });
  });
});
