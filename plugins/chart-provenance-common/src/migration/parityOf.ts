import type {
  ParityReport,
  ParityRow,
  ParityState,
} from '../api/migrationTypes';
import { Knowledge, knowledgeOf } from './knowledge';
import type { VersionMatch } from './matching';
import type { LegacyFacts, MigrationFacts } from './types';
import { dayOf, said } from './words';

const MOST_ROWS = 1_000;

/**
 * The legacy chart against the registry's, version by version, newest first: the archive's digest in the legacy index is held against the digest of
 * the chart layer, never against that of the manifest. Null when nobody knows of a legacy repository. An index that was never read
 * says nothing: there are no rows then.
 *
 * @public
 */
export function parityOf(facts: MigrationFacts): ParityReport | null {
  return parityReport(knowledgeOf(facts));
}

/** The same, from what is known already. */
export function parityReport(known: Knowledge): ParityReport | null {
  const { legacy } = known.facts;
  if (legacy === null) {
    return null;
  }
  const rows =
    legacy.readAt === null
      ? []
      : known.matches.flatMap(match => parityRow(match, legacy, known) ?? []);
  const counts: Record<ParityState, number> = {
    same: 0,
    differs: 0,
    onlyLegacy: 0,
    onlyOci: 0,
    unverifiable: 0,
  };
  for (const { state } of rows) {
    counts[state] += 1;
  }
  return {
    legacy: `${legacy.repositoryUrl}#${legacy.name}`,
    readAt: legacy.readAt,
    problem: legacy.problem && {
      message: legacy.problem.message,
      fix: legacy.problem.fix,
      since: legacy.problem.since,
    },
    counts,
    rows: rows.slice(0, MOST_ROWS),
    more: Math.max(0, rows.length - MOST_ROWS),
  };
}

/** Null for what is in neither place any more. */
function parityRow(
  match: VersionMatch,
  legacy: LegacyFacts,
  known: Knowledge,
): ParityRow | null {
  const found = stateOf(match, known);
  return (
    found && {
      version: match.version,
      state: found.state,
      legacyDigest: match.listed ? match.legacy?.digest ?? null : null,
      chartLayerDigest: match.published[0]?.chartLayerDigest ?? null,
      digest: match.published[0]?.digest ?? null,
      supported: match.supported,
      note: found.note ?? goneNote(match, legacy) ?? match.note,
    }
  );
}

/** What one place lacks is only said of a place that was read. */
export function stateOf(
  { published, listed, bytes }: VersionMatch,
  { registryGap, legacy }: Knowledge,
): { state: ParityState; note: string | null } | null {
  if (published.length > 0 && listed) {
    return { state: bytes ?? 'unverifiable', note: null };
  }
  if (published.length > 0) {
    return legacy.kind === 'unread'
      ? { state: 'unverifiable', note: legacy.gap.message }
      : { state: 'onlyOci', note: null };
  }
  if (!listed) {
    return null;
  }
  return registryGap
    ? { state: 'unverifiable', note: registryGap.message }
    : { state: 'onlyLegacy', note: null };
}

function goneNote(
  match: VersionMatch,
  { goneSince }: LegacyFacts,
): string | null {
  if (match.listed || match.legacy === null) {
    return null;
  }
  const until = match.legacy.vanishedAt ?? goneSince;
  const when = until === null ? '' : ` until ${dayOf(until)}`;
  switch (match.bytes) {
    case 'same':
      return `The legacy index listed it${when}, with the same bytes.`;
    case 'differs':
      return `The legacy index listed it${when}, with other bytes (${said(
        match.legacy.digest ?? '',
      )}).`;
    default:
      return `The legacy index listed it${when}; whether with the same bytes cannot be told.`;
  }
}
