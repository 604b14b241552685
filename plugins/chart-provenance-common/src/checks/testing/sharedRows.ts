import { legacyFacts, source } from '../../migration/testing/facts';
import { CheckRow, UNREAD_SOURCES } from './unreadRows';

const GONE = '2026-11-20T00:00:00.000Z';

/** Rows for the checks that are decided once, and inherited. */
export const SHARED_ROWS: Record<string, CheckRow[]> = {
  'consumers-readable': [
    [
      'two read',
      {},
      'pass',
      'All 2 places where consumers are looked for were read lately.',
    ],
    [
      'one read',
      { sources: [source()] },
      'pass',
      'The only place where consumers are looked for was read lately.',
    ],
    ...UNREAD_SOURCES.slice(0, 2),
    [
      'one not tried yet',
      { sources: [source({ lastSuccessAt: null, lastAttemptAt: null })] },
      'unknown',
      'The only place where consumers are looked for was not read lately, so there may be more consumers.',
    ],
    [
      'one not read',
      { sources: [source(), source({ lastSuccessAt: null })] },
      'fail',
      '1 of 2 places where consumers are looked for was not read lately, so there may be more consumers.',
    ],
    [
      'documents not read',
      { sources: [source({ documentProblems: 3 })] },
      'fail',
      '3 documents could not be read where consumers are looked for, so there may be more of them.',
    ],
  ],
  'legacy-readable': [
    [
      'read',
      {},
      'pass',
      'The index of https://charts.acme.dev was read on 2026-11-22.',
    ],
    [
      'old',
      { legacy: legacyFacts({ stale: true }) },
      'fail',
      'The index of https://charts.acme.dev was last read on 2026-11-22, which is too long ago.',
    ],
    [
      'not listed by an operator',
      { legacy: legacyFacts({ configured: false, readAt: null }) },
      'fail',
      'The index of https://charts.acme.dev is not read, because no operator listed it.',
    ],
    [
      'never tried',
      { legacy: legacyFacts({ readAt: null, versions: [] }) },
      'unknown',
      'The index of https://charts.acme.dev was not read yet.',
    ],
    [
      'gone',
      { legacy: legacyFacts({ goneSince: GONE }) },
      'notApplicable',
      'https://charts.acme.dev has had no index since 2026-11-20.',
    ],
    [
      'none',
      { legacy: null },
      'notApplicable',
      'No rule and no claim names a legacy repository.',
    ],
  ],
};
