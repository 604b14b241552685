import type { PinKind } from '../../consumers/types';
import {
  consumer,
  digest,
  legacyConsumer,
  published,
  source,
} from '../../migration/testing/facts';
import { CheckRow, UNREAD_SOURCES } from './unreadRows';

const GONE = '2026-11-20T00:00:00.000Z';

const pinned = (id: string, pin: PinKind, bestPin: 'digest' | 'version') =>
  consumer(id, { pin, bestPin });

const LOOSE: CheckRow[] = (['range', 'floating'] as const).flatMap(pin =>
  (['digest', 'version'] as const).map(
    (bestPin): CheckRow => [
      `a ${pin} where a ${bestPin} is possible`,
      { consumers: [pinned('a', pin, bestPin), consumer('b')] },
      'fail',
      '1 of 2 consumers could pin the chart more firmly.',
    ],
  ),
);

/** Rows for the checks of tags and of consumers. */
export const CONSUMER_ROWS: Record<string, CheckRow[]> = {
  'no-moved-tags': [
    [
      'never moved',
      {},
      'pass',
      'None of 2 tags of supported versions was moved to another chart since 2026-10-01, the first look.',
    ],
    [
      'one, never moved',
      { versions: [published('1.8.2+b1')], consumers: [] },
      'pass',
      'The only tag of a supported version was not moved to another chart since 2026-10-01, the first look.',
    ],
    [
      'pushed again with the same archive',
      {
        versions: [
          published('1.8.2'),
          published('1.8.2', { digest: digest('c'), tags: [] }),
        ],
      },
      'pass',
      'The only tag of a supported version was not moved to another chart since 2026-10-01, the first look.',
    ],
    [
      'published again with another, seen from both sides',
      {
        versions: [
          published('1.8.2', {
            republished: [{ tag: '1.8.2', at: '2026-11-01T00:00:00Z' }],
          }),
          published('1.8.2', {
            digest: digest('c'),
            chartLayerDigest: digest('d'),
            tags: [],
            republished: [{ tag: '1.8.2', at: '2026-11-01T00:00:00Z' }],
          }),
        ],
      },
      'fail',
      '1 tag of a supported version was published again with another chart: 1.8.2.',
    ],
    [
      'two of them, in an index that could not be read since',
      {
        versions: ['1.8.2', '1.8.1'].map(version =>
          published(version, {
            republished: [{ tag: version, at: '2026-11-01T00:00:00Z' }],
          }),
        ),
        index: {
          state: 'failed',
          stale: true,
          lastSuccessAt: GONE,
          problem: null,
        },
      },
      'fail',
      '2 tags of supported versions were published again with another chart: 1.8.2 and 1.8.1.',
    ],
    [
      'only floating tags',
      {
        versions: [
          published('1.8.2', {
            tags: [{ tag: 'stable', moves: 3, rolledBackFrom: null }],
          }),
        ],
      },
      'unknown',
      'No supported version has a tag of its own to look at.',
    ],
    [
      'stale',
      {
        index: {
          state: 'indexed',
          stale: true,
          lastSuccessAt: GONE,
          problem: null,
        },
      },
      'unknown',
      'The last good reading of the registry is of 2026-11-20, which is too long ago.',
    ],
  ],
  'consumers-pinned': [
    ...UNREAD_SOURCES,
    ...LOOSE,
    [
      'as firmly as possible',
      {},
      'pass',
      'Both consumers pin the chart as firmly as possible.',
    ],
    [
      'the only one',
      { consumers: [consumer('a')] },
      'pass',
      'The only consumer pins the chart as firmly as possible.',
    ],
    [
      'by version where a digest is possible',
      { consumers: [pinned('a', 'version', 'digest')] },
      'fail',
      'The only consumer could pin the chart more firmly, by digest instead of by version.',
    ],
    [
      'loose, and not all places were read',
      { consumers: [pinned('a', 'range', 'digest')], sources: [] },
      'fail',
      'The only consumer could pin the chart more firmly.',
    ],
    [
      'templated',
      {
        consumers: [
          consumer('a'),
          consumer('b'),
          pinned('c', 'templated', 'digest'),
        ],
      },
      'unknown',
      'What 1 of 3 consumers asks for is filled in elsewhere or could not be read.',
    ],
    [
      'not to be read',
      {
        consumers: [
          pinned('a', 'unknown', 'digest'),
          pinned('b', 'unknown', 'version'),
        ],
      },
      'unknown',
      'What both consumers ask for is filled in elsewhere or could not be read.',
    ],
    [
      'no consumer, and all places were read',
      { consumers: [] },
      'notApplicable',
      'No consumer is known, and all 2 places where consumers are looked for were read.',
    ],
    [
      'no consumer, and the only place was read',
      { consumers: [], sources: [source()] },
      'notApplicable',
      'No consumer is known, and the only place where consumers are looked for was read.',
    ],
  ],
  'off-legacy': [
    ...UNREAD_SOURCES,
    [
      'all in the registry',
      {},
      'pass',
      'None of 2 consumers takes it from the legacy repository.',
    ],
    [
      'the only one in the registry',
      { consumers: [consumer('a')] },
      'pass',
      'The only consumer takes it from the registry.',
    ],
    [
      'no consumer at all',
      { consumers: [] },
      'pass',
      'No consumer is known at all.',
    ],
    [
      'one still there',
      { consumers: [consumer('a'), legacyConsumer('b')] },
      'fail',
      '1 of 2 consumers still takes it from the legacy repository.',
    ],
    [
      'all still there',
      { consumers: ['a', 'b', 'c'].map(id => legacyConsumer(id)) },
      'fail',
      'All 3 consumers still take it from the legacy repository.',
    ],
    [
      'one still there when it was last seen',
      {
        consumers: [legacyConsumer('b', '1.8.1', { stale: true })],
        sources: [],
      },
      'fail',
      'The only consumer still takes it from the legacy repository.',
    ],
    [
      'no legacy repository, and all places were read',
      { legacy: null },
      'notApplicable',
      'No legacy repository of the chart is known, and no consumer takes it from one.',
    ],
    [
      'no legacy repository, and nobody looked',
      { legacy: null, sources: [] },
      'unknown',
      'No legacy repository of the chart is known. Nobody looked for consumers: no cluster and no Git repository is configured.',
    ],
  ],
};
