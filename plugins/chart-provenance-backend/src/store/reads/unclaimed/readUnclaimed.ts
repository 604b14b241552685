import { ChartFacts, Signer } from 'backstage-plugin-chart-provenance-common';
import { chartRecordOf } from '../../chartRecordOf';
import { Database } from '../../database';
import { UnclaimedRecord } from '../../DiscoveryStore';
import { groupBy } from '../../groupBy';
import { countOwned } from '../../operations/discovery/countOwned';
import { listProofsOf } from '../../operations/evidence/listProofsOf';
import { countVersionsOf } from '../../operations/version/countVersionsOf';
import {
  findNewestVersions,
  NewestRow,
} from '../../operations/version/findNewestVersions';
import { fromJson } from '../../rows';
import { soleSigner } from '../proposalOf';
import { StoreContext } from '../StoreContext';
import { Candidate, readCandidates } from './readCandidates';
import { readUses, Uses } from './readUses';

const MAX_RECORDS = 10_000;
const MAX_URLS = 20;

/** Everything nobody owns. See `DiscoveryStore.unclaimed`. The number of queries does not depend on how many there are, but for their chunks. */
export async function readUnclaimed({
  database,
}: StoreContext): Promise<UnclaimedRecord[]> {
  const all = await readCandidates(database);
  const candidates = all.slice(0, MAX_RECORDS);
  const uses = await readUses(database, candidates);
  const chartIds = candidates
    .filter(({ legacyId }) => legacyId === null)
    .map(({ id }) => id);
  const versions = await countVersionsOf(database, chartIds);
  const newest = await readNewest(database, [...versions.keys()]);
  return candidates.map(candidate =>
    recordOf(
      candidate,
      uses.get(candidate.id),
      versions.get(candidate.id),
      newest.get(candidate.id),
    ),
  );
}

/** The whole inventory in numbers. See `DiscoveryStore.counts`. */
export async function readCounts({ database }: StoreContext) {
  const candidates = await readCandidates(database);
  const conflicts = candidates.filter(({ conflict }) => conflict.length > 0);
  const owned = await countOwned(database);
  return {
    charts: owned + candidates.length,
    owned,
    unclaimed: candidates.length - conflicts.length,
    conflicts: conflicts.length,
  };
}

interface Newest {
  facts: ChartFacts;
  signer: Signer | null;
}

async function readNewest(
  database: Database,
  chartIds: readonly string[],
): Promise<Map<string, Newest>> {
  const rows = await findNewestVersions(database, chartIds);
  const proofs = groupBy(
    await listProofsOf(database, rows),
    ({ chart_id }) => chart_id,
  );
  const newestOf = (row: NewestRow): Newest => ({
    facts: fromJson<ChartFacts>(row.facts),
    signer: soleSigner(proofs.get(row.chart_id) ?? [], row.digest),
  });
  return new Map(rows.map(row => [row.chart_id, newestOf(row)]));
}

function recordOf(
  candidate: Candidate,
  uses: Uses | undefined,
  versions: number | undefined,
  newest: Newest | undefined,
): UnclaimedRecord {
  const { id, reference, chart, conflict, legacyVersions } = candidate;
  const used = uses ? (['consumer'] as const) : [];
  return {
    id,
    chart: chart && chartRecordOf(chart),
    reference,
    name: nameOf(reference),
    knownFrom: [...new Set([...candidate.knownFrom, ...used])],
    conflict,
    consumers: uses?.consumers ?? 0,
    versions: legacyVersions ?? versions ?? (chart ? 0 : null),
    firstSeenAt: earliest(candidate.firstSeenAt, uses?.firstSeenAt ?? null),
    signer: newest?.signer ?? null,
    sourceUrls: urlsOf(newest),
    maintainers: newest?.facts.maintainers ?? [],
    deployedBy: uses?.deployedBy ?? [],
    workloadLabels: uses?.workloadLabels ?? [],
  };
}

function urlsOf(newest: Newest | undefined): string[] {
  const { sources = [], home = null } = newest?.facts ?? {};
  const urls = home === null ? sources : [...sources, home];
  return [...new Set(urls)].slice(0, MAX_URLS);
}

function nameOf(reference: string): string {
  const end = Math.max(reference.lastIndexOf('#'), reference.lastIndexOf('/'));
  return reference.slice(end + 1);
}

function earliest(a: string, b: string | null): string {
  return b !== null && b < a ? b : a;
}
