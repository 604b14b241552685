import type { CheckStatus } from '../../api/migrationTypes';
import { consumer, source } from '../../migration/testing/facts';
import type { MigrationFacts } from '../../migration/types';

/** Test material: what differs from facts with which every check passes, and what the check then says, word for word. */
export type CheckRow = [
  what: string,
  extra: Partial<MigrationFacts>,
  status: CheckStatus,
  message: string,
];

export const PROBLEM = {
  code: 'unreachable',
  message: 'connection refused',
  fix: 'Start it.',
  since: '2026-11-20T00:00:00.000Z',
};

export const INDEXED = {
  state: 'indexed',
  stale: false,
  lastSuccessAt: '2026-11-22T11:58:00.000Z',
  problem: null,
} as const;

export const STALE = { ...INDEXED, stale: true };
/** Where nothing is to be said without the registry. */
export function unreadRows(): CheckRow[] {
  return [
    [
      'never read',
      { index: { ...INDEXED, state: 'firstIndexing', lastSuccessAt: null } },
      'unknown',
      'The registry was not read to its end yet.',
    ],
    [
      'stale',
      { index: STALE },
      'unknown',
      'The last good reading of the registry is of 2026-11-22, which is too long ago.',
    ],
    [
      'failed',
      { index: { ...INDEXED, state: 'failed', problem: 'denied' } },
      'unknown',
      'The last good reading of the registry is of 2026-11-22: denied.',
    ],
  ];
}

export function partialRows(): CheckRow[] {
  return [
    ...unreadRows(),
    [
      'read in part',
      { index: { ...INDEXED, state: 'partial' } },
      'unknown',
      'Only a part of the registry could be read.',
    ],
    [
      'more than can be looked at',
      { versionsComplete: false },
      'unknown',
      'The registry has more versions than can be looked at; the newest 2 were.',
    ],
  ];
}

export const NOTHING: Partial<MigrationFacts> = {
  versions: [],
  index: { ...INDEXED, state: 'empty' },
};

/** Facts of which consumers are not known. */
export const UNREAD_SOURCES: CheckRow[] = [
  [
    'nobody looked',
    { sources: [] },
    'unknown',
    'Nobody looked for consumers: no cluster and no Git repository is configured.',
  ],
  [
    'only annotations are read',
    { sources: [source({ provider: 'annotations' })] },
    'unknown',
    'Nobody looked for consumers: no cluster and no Git repository is configured.',
  ],
  [
    'one of two was never read',
    { sources: [source(), source({ lastSuccessAt: null })] },
    'unknown',
    '1 of 2 places where consumers are looked for was not read lately, so there may be more consumers.',
  ],
  [
    'the only one was read two days ago',
    { sources: [source({ lastSuccessAt: '2026-11-20T11:00:00.000Z' })] },
    'unknown',
    'The only place where consumers are looked for was not read lately, so there may be more consumers.',
  ],
  [
    'the last readings failed',
    { sources: [source({ problem: PROBLEM }), source({ problem: PROBLEM })] },
    'unknown',
    '2 of 2 places where consumers are looked for were not read lately, so there may be more consumers.',
  ],
  [
    'a document could not be read',
    { sources: [source({ documentProblems: 1 })] },
    'unknown',
    '1 document could not be read where consumers are looked for, so there may be more of them.',
  ],
  [
    'a consumer was not mentioned by an incomplete reading',
    { consumers: [consumer('a', { stale: true })] },
    'unknown',
    '1 consumer was not seen at the last reading, which was not complete.',
  ],
];
