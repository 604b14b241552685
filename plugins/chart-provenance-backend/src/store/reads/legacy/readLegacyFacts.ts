import {
  isStale,
  LegacyFacts,
  LegacyVersion,
} from 'backstage-plugin-chart-provenance-common';
import { getRepository } from '../../operations/legacy/getRepository';
import { listChartLegacy } from '../../operations/legacy/listChartLegacy';
import { listLegacyVersions } from '../../operations/legacy/listLegacyVersions';
import {
  fromNullableJson,
  LegacyRepositoryRow,
  LegacyVersionRow,
} from '../../rows';
import { versionSortKey } from '../../versionSortKey';
import { StoreContext } from '../StoreContext';

/** What is known of a chart in its legacy repository, as of now, newest version first; null when nobody says it was in one. */
export async function readLegacyFacts(
  context: StoreContext,
  chartId: string,
): Promise<LegacyFacts | null> {
  const { database } = context;
  const [location] = await listChartLegacy(database, chartId);
  if (!location) {
    return null;
  }
  const { legacy_id, url, name } = location;
  const repository = await getRepository(database, url);
  const rows = await listLegacyVersions(database, { legacy_id });
  return {
    repositoryUrl: url,
    name,
    ...stateOf(context, repository),
    versions: newestFirst(rows).map(versionOf),
  };
}

type RepositoryState = Omit<LegacyFacts, 'repositoryUrl' | 'name' | 'versions'>;

function stateOf(
  { now, legacyStaleAfterMs, legacySettledAfterMs }: StoreContext,
  row: LegacyRepositoryRow | undefined,
): RepositoryState {
  const readAt = row?.last_success_at ?? null;
  return {
    configured: Boolean(row?.configured),
    readAt,
    stale: isStale(readAt, legacyStaleAfterMs, now().toISOString()),
    problem: row ? problemOf(row) : null,
    goneSince: row?.gone_since ?? null,
    goneSeenAt: row?.gone_seen_at ?? null,
    settledAfterMs: legacySettledAfterMs,
  };
}

/** Why a legacy repository could not be read the last time; null when it could. */
export function problemOf(row: LegacyRepositoryRow): LegacyFacts['problem'] {
  const problem = fromNullableJson<{
    code: string;
    message: string;
    fix: string;
  }>(row.problem);
  const since = row.failing_since ?? row.last_attempt_at;
  return problem && since !== null ? { ...problem, since } : null;
}

function newestFirst(rows: readonly LegacyVersionRow[]): LegacyVersionRow[] {
  const keyed = rows.map(row => ({ row, key: versionSortKey(row.version) }));
  const order = (a: string, b: string) => (a < b ? 1 : -1);
  return keyed
    .sort((a, b) =>
      a.key === b.key
        ? order(a.row.version, b.row.version)
        : order(a.key, b.key),
    )
    .map(({ row }) => row);
}

function versionOf(row: LegacyVersionRow): LegacyVersion {
  return {
    version: row.version,
    digest: row.digest,
    created: row.created,
    url: row.archive_url,
    deprecated: Boolean(row.deprecated),
    present: Boolean(row.present),
    firstSeenAt: row.first_seen_at,
    vanishedAt: row.vanished_at,
  };
}
