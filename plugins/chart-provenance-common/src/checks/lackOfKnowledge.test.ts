import {
  consumer,
  factsOf,
  legacyFacts,
  legacyVersion,
  published,
  source,
} from '../migration/testing/facts';
import { MigrationFacts } from '../migration/types';
import { CHECK_IDS } from './checks';
import { runChecks } from './runChecks';

const OF_VERSIONS = ['signed', 'sbom', 'provenance', 'no-moved-tags'];
const OF_REGISTRY = ['in-oci', 'parity', ...OF_VERSIONS];
const OF_CONSUMERS = ['consumers-pinned', 'off-legacy'];
const OF_SOURCES = [...OF_CONSUMERS, 'consumers-readable'];

const PROBLEM = {
  code: 'x',
  message: 'm',
  fix: 'f',
  since: '2026-11-21T00:00:00Z',
};
const { index, versions, consumers } = factsOf();

/** A piece of knowledge that is taken away, and the checks that stand on it. */
const REMOVALS: [string, Partial<MigrationFacts>, string[]][] = [
  [
    'the index was never read to its end',
    { index: { ...index, lastSuccessAt: null } },
    OF_REGISTRY,
  ],
  [
    'the index is being read for the first time',
    { index: { ...index, state: 'firstIndexing' } },
    OF_REGISTRY,
  ],
  ['the index is stale', { index: { ...index, stale: true } }, OF_REGISTRY],
  [
    'reading the index failed',
    { index: { ...index, state: 'failed' } },
    OF_REGISTRY,
  ],
  [
    'a part of the index could not be read',
    { index: { ...index, state: 'partial' } },
    ['parity', ...OF_VERSIONS],
  ],
  [
    'there are more versions',
    { versionsComplete: false },
    ['parity', ...OF_VERSIONS],
  ],
  ['there are no versions', { versions: [] }, OF_REGISTRY],
  [
    'no verdict was reached',
    { versions: versions.map(one => ({ ...one, verdict: 'indeterminate' })) },
    ['signed'],
  ],
  [
    'a chart archive could not be read',
    {
      versions: [
        published('1.8.2', { chartLayerDigest: null }),
        published('1.8.1'),
      ],
    },
    ['parity'],
  ],
  [
    'no SBOM is known',
    { versions: versions.map(one => ({ ...one, sbomProven: null })) },
    ['sbom'],
  ],
  [
    'no provenance is known',
    { versions: versions.map(one => ({ ...one, provenanceProven: null })) },
    ['provenance'],
  ],
  [
    'no tags are known',
    { versions: versions.map(one => ({ ...one, tags: [] })) },
    ['no-moved-tags'],
  ],
  ['no policy is known', { policies: [] }, ['signed']],
  ['no source is known', { expectedSource: null }, ['provenance']],
  ['no legacy repository is known', { legacy: null }, ['parity']],
  ...(
    [
      ['was never read', { readAt: null }],
      ['was read long ago', { stale: true }],
      ['could not be read', { problem: PROBLEM }],
      ['may not be read', { configured: false }],
      ['has no entries', { versions: [] }],
    ] as const
  ).map(([what, extra]): [string, Partial<MigrationFacts>, string[]] => [
    `the legacy index ${what}`,
    { legacy: legacyFacts({ ...extra, versions: [] }) },
    what === 'has no entries' ? ['parity'] : ['parity', 'legacy-readable'],
  ]),
  [
    'the legacy index names no digests',
    {
      legacy: legacyFacts({
        versions: [legacyVersion('1.8.2', { digest: null })],
      }),
    },
    ['parity'],
  ],
  [
    'the legacy index names one twice, with different digests',
    {
      legacy: legacyFacts({
        versions: [
          legacyVersion('1.8.2'),
          legacyVersion('1.8.2', { digest: 'sha256:00' }),
        ],
      }),
    },
    ['parity'],
  ],
  ['nobody looked for consumers', { sources: [] }, OF_SOURCES],
  [
    'nobody looked, and nobody is known to use it',
    { sources: [], consumers: [] },
    OF_SOURCES,
  ],
  [
    'only annotations were read',
    { sources: [source({ provider: 'annotations' })] },
    OF_SOURCES,
  ],
  ...(
    [
      ['was never read', { lastSuccessAt: null }],
      ['was read long ago', { lastSuccessAt: '2026-11-20T00:00:00Z' }],
      ['was read at no known time', { lastSuccessAt: 'yesterday' }],
      ['could not be read', { problem: PROBLEM }],
      ['has a document that could not be read', { documentProblems: 1 }],
    ] as const
  ).map(([what, extra]): [string, Partial<MigrationFacts>, string[]] => [
    `one source ${what}`,
    { sources: [source(), source(extra)] },
    OF_SOURCES,
  ]),
  [
    'a consumer was not seen lately',
    { consumers: [...consumers, consumer('c', { stale: true })] },
    OF_CONSUMERS,
  ],
  [
    'there may be more consumers',
    {
      consumers: Array.from({ length: 2_000 }, (_, n) => consumer(`c${n}`)),
    },
    OF_CONSUMERS,
  ],
  ...(['templated', 'unknown'] as const).map(
    (pin): [string, Partial<MigrationFacts>, string[]] => [
      `what a consumer asks for is ${pin}`,
      { consumers: [consumer('c', { pin })] },
      ['consumers-pinned'],
    ],
  ),
  [
    'what a consumer runs is not known in the registry',
    {
      consumers: [
        consumer('c', {
          runs: {
            version: '9.9.9',
            digest: null,
            since: null,
            verdict: null,
            note: null,
          },
        }),
      ],
    },
    OF_VERSIONS,
  ],
];

function passing(facts: Partial<MigrationFacts>): string[] {
  return runChecks(factsOf(facts)).flatMap(({ id, status }) =>
    status === 'pass' ? [id] : [],
  );
}

describe('no check passes for lack of knowledge', () => {
  it('all pass while everything is known', () => {
    expect(passing({})).toEqual(CHECK_IDS);
  });

  it.each(REMOVALS)('%s', (_, extra, dependent) => {
    const still = passing(extra).filter(id => dependent.includes(id));
    expect(still).toEqual([]);
  });

  it('nor does one pass when two pieces are missing', () => {
    for (const [, first, one] of REMOVALS) {
      for (const [, second, other] of REMOVALS) {
        const replaced = Object.keys(first).filter(key => key in second);
        const dependent = replaced.length > 0 ? other : [...one, ...other];
        const still = passing({ ...first, ...second });
        expect(still.filter(id => dependent.includes(id))).toEqual([]);
      }
    }
  });

  it('a slip in an annotation, which anybody may make, holds nothing up', () => {
    const annotations = source({
      provider: 'annotations',
      documentProblems: 3,
    });
    expect(passing({ sources: [source(), annotations] })).toEqual(CHECK_IDS);
  });

  it('with no facts at all, none passes and none is said not to apply', () => {
    const found = runChecks(
      factsOf({
        index: {
          state: 'firstIndexing',
          stale: true,
          lastSuccessAt: null,
          problem: null,
        },
        versions: [],
        legacy: legacyFacts({ readAt: null, versions: [] }),
        consumers: [],
        sources: [],
        policies: [],
        expectedSource: null,
      }),
    );
    expect(new Set(found.map(({ status }) => status))).toEqual(
      new Set(['unknown']),
    );
  });
});
