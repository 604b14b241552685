import type { MigrationPhase } from '../../api/migrationTypes';
import { runChecks } from '../../checks';
import { migrationState } from '../migrationState';
import {
  consumer,
  factsOf,
  legacyConsumer,
  legacyFacts,
  legacyVersion,
  NOW,
  published,
  signOff,
  source,
} from '../testing/facts';
import { MigrationFacts } from '../types';
import { phaseOf } from './phaseOf';

const before = (minutes: number) =>
  new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
const VERSIONS = ['1.8.2', '1.8.1'];
const gone = (since: number, seen: number, name = 'gone-since') =>
  legacyFacts({
    goneSince: before(since),
    goneSeenAt: before(seen),
    problem: { code: name, message: 'no', fix: 'Look.', since: before(since) },
  });
const vanished = (since: number, readAt = 1) =>
  legacyFacts({
    readAt: before(readAt),
    versions: VERSIONS.map(version =>
      legacyVersion(version, { present: false, vanishedAt: before(since) }),
    ),
  });
/** The newest is in the legacy repository only, and a reading did not show it. */
const newestVanished = (since: number) =>
  legacyFacts({
    readAt: before(1),
    versions: [
      legacyVersion('2.0.0', { present: false, vanishedAt: before(since) }),
      ...VERSIONS.map(version => legacyVersion(version)),
    ],
  });
const untagged = (version: string) => published(version, { tags: [] });
const daily = ['2.0.2', '2.0.1', '2.0.0'].map((version, n) =>
  legacyVersion(version, {
    created: before(60 + n * 20 * 60),
    firstSeenAt: before(60 + n * 20 * 60),
  }),
);
const onlyOne = legacyVersion('1.8.2');

/** What nobody may take for a step forward, with what is reached by it; and by the same, when it is so indeed. */
const ROWS: [string, Partial<MigrationFacts>, MigrationPhase][] = [
  ['one reading without the chart', { legacy: vanished(1) }, 'notStarted'],
  [
    'the chart has not been listed for long',
    { legacy: vanished(46) },
    'retired',
  ],
  ['a minute of 404', { legacy: gone(1, 1) }, 'notStarted'],
  ['404 at every reading', { legacy: gone(46, 0) }, 'retired'],
  ['404 once, then no answer', { legacy: gone(300, 300) }, 'notStarted'],
  ['404, then silence for days', { legacy: gone(9_000, 3_000) }, 'notStarted'],
  [
    'consumers alone said that the chart was there',
    {
      legacy: legacyFacts({ versions: [] }),
      lastLegacyConsumerAt: before(600),
    },
    'notStarted',
  ],
  [
    'consumers alone said so, and the URL answers 404',
    {
      legacy: legacyFacts({
        versions: [],
        readAt: null,
        goneSince: before(600),
        goneSeenAt: before(1),
      }),
      lastLegacyConsumerAt: before(600),
    },
    'notStarted',
  ],
  [
    'one reading without the newest',
    { legacy: newestVanished(1) },
    'notStarted',
  ],
  ['the newest was withdrawn', { legacy: newestVanished(50) }, 'cutOver'],
  [
    'a registry that was emptied',
    { versions: VERSIONS.map(untagged) },
    'notStarted',
  ],
  [
    'a registry that was emptied after the legacy repository was',
    { versions: VERSIONS.map(untagged), legacy: vanished(600) },
    'notStarted',
  ],
  [
    'a place that was read in a future that never was',
    { sources: [source({ lastSuccessAt: '2027-11-22T11:55:00.000Z' })] },
    'dualPublishing',
  ],
  [
    'a replica whose clock is a minute ahead',
    { sources: [source({ lastSuccessAt: before(-1) })] },
    'cutOver',
  ],
  [
    'a consumer on its way to a place that was not read since',
    { legacyConsumerLeftAt: before(3) },
    'dualPublishing',
  ],
  ['every place read since', { legacyConsumerLeftAt: before(6) }, 'cutOver'],
  [
    'a consumer that names a repository which nobody read',
    { unplacedConsumers: 1 },
    'dualPublishing',
  ],
  [
    'half of the versions flagged, in a version listed twice',
    {
      legacy: legacyFacts({
        versions: [onlyOne, { ...onlyOne, deprecated: true }],
      }),
    },
    'cutOver',
  ],
];

describe('what looks like a step forward', () => {
  it.each(ROWS)('%s', (_, extra, phase) => {
    expect(phaseOf(factsOf(extra))).toMatchObject({ phase, held: false });
  });

  it('is told at once where consumers need what is gone, and stood on later', () => {
    for (const legacy of [vanished(1), gone(1, 1)]) {
      const facts = factsOf({ legacy, consumers: [legacyConsumer('a')] });
      const { alarms, phase } = migrationState(facts, {
        signOff: false,
        plan: false,
      });
      expect([phase, ...alarms.map(({ code }) => code)]).toEqual([
        'notStarted',
        'legacy-gone-too-early',
      ]);
    }
  });

  it('settles no check', () => {
    const statusOf = (extra: Partial<MigrationFacts>, id: string) =>
      runChecks(factsOf(extra)).find(one => one.id === id)?.status;
    expect(statusOf({ legacy: vanished(1) }, 'parity')).toBe('unknown');
    expect(statusOf({ legacy: vanished(46) }, 'parity')).toBe('notApplicable');
    expect(statusOf({ legacy: gone(1, 1) }, 'parity')).toBe('unknown');
    expect(statusOf({ legacy: gone(1, 1) }, 'legacy-readable')).toBe('unknown');
    expect(statusOf({ legacy: gone(46, 0) }, 'legacy-readable')).toBe(
      'notApplicable',
    );
    const empty = { versions: VERSIONS.map(untagged) };
    expect(statusOf(empty, 'in-oci')).toBe('fail');
    expect(statusOf(empty, 'parity')).toBe('fail');
    expect(statusOf({ ...empty, consumers: [] }, 'signed')).toBe('unknown');
    expect(statusOf({ unplacedConsumers: 2 }, 'off-legacy')).toBe('unknown');
    expect(
      statusOf({ unplacedConsumers: 2, consumers: [] }, 'consumers-pinned'),
    ).toBe('unknown');
  });

  it('is not a release a day in the legacy repository alone', () => {
    const reached = { cutOver: before(60 * 24 * 90) };
    const listed = VERSIONS.map(version => legacyVersion(version));
    const phases = [daily.slice(0, 1), daily].map(newer =>
      phaseOf(
        factsOf({
          reached,
          consumers: [consumer('a')],
          legacy: legacyFacts({ versions: [...newer, ...listed] }),
        }),
      ),
    );
    expect(phases).toMatchObject([
      { phase: 'cutOver', held: true },
      { phase: 'notStarted', held: false },
    ]);
  });

  it('is no sign-off of another thing', () => {
    const statusWith = (scope: 'chart' | 'registry') =>
      migrationState(factsOf({ signOffs: [signOff({ scope })] }), {
        signOff: false,
        plan: false,
      }).manual[0];
    expect(statusWith('chart')).toMatchObject({
      status: 'open',
      signOff: null,
    });
    const { status, signOff: shown } = statusWith('registry');
    expect(status).toBe('done');
    expect(shown).not.toHaveProperty('scope');
  });
});
