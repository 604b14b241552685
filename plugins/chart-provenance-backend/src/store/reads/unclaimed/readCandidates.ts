import { Database } from '../../database';
import { UnclaimedRecord } from '../../DiscoveryStore';
import {
  ConsumedRow,
  listConsumed,
} from '../../operations/discovery/listConsumed';
import { listListed } from '../../operations/discovery/listListed';
import {
  LegacyChartRow,
  listUncoveredLegacy,
} from '../../operations/discovery/listUncoveredLegacy';
import { listInventory } from '../../operations/inventory/listInventory';
import { ChartRow, fromJson, ListedRepositoryRow } from '../../rows';

type Teller = UnclaimedRecord['knownFrom'][number];

/** A chart that belongs to nobody, before anything is read about it. */
export interface Candidate {
  id: string;
  reference: string;
  /** Of the inventory. */
  chart: ChartRow | null;
  /** Set for a chart of a legacy repository. */
  legacyId: string | null;
  knownFrom: Set<Teller>;
  conflict: string[];
  /** Of a legacy chart; null for one that no repository lists. */
  legacyVersions: number | null;
  firstSeenAt: string;
}

const TELLERS: Record<ChartRow['known_by'], Teller> = {
  rule: 'rule',
  convention: 'rule',
  mapping: 'rule',
  claim: 'claim',
  listing: 'listing',
  legacy: 'legacy',
  consumer: 'consumer',
};

/** Finds everything nobody owns, in order of `reference`: in the inventory, in listings, in legacy repositories, and named by consumers. */
export async function readCandidates(database: Database): Promise<Candidate[]> {
  const inventory = await listInventory(database);
  const claimed = new Map(
    inventory.filter(row => row.claimed).map(row => [row.chart_id, row]),
  );
  const found = [
    ...[...claimed.values()].filter(row => row.owner === null).map(ofChart),
    ...(await listListed(database, { present: true }))
      .filter(row => (claimed.get(row.chart_id)?.owner ?? null) === null)
      .map(ofListed),
    ...(await listUncoveredLegacy(database)).map(ofLegacy),
    ...(await listConsumed(database)).map(ofConsumed),
  ];
  const candidates = new Map<string, Candidate>();
  for (const candidate of found) {
    const same = candidates.get(candidate.id);
    candidates.set(candidate.id, same ? merged(same, candidate) : candidate);
  }
  return [...candidates.values()].sort((a, b) =>
    a.reference < b.reference ? -1 : 1,
  );
}

function merged(first: Candidate, second: Candidate): Candidate {
  return {
    ...first,
    knownFrom: new Set([...first.knownFrom, ...second.knownFrom]),
    firstSeenAt:
      first.firstSeenAt < second.firstSeenAt
        ? first.firstSeenAt
        : second.firstSeenAt,
  };
}

function ofChart(row: ChartRow): Candidate {
  return {
    ...inRegistry(row.chart_id, row.registry, row.repository),
    chart: row,
    knownFrom: new Set([TELLERS[row.known_by]]),
    conflict: fromJson<string[]>(row.conflict),
    firstSeenAt: row.first_seen_at,
  };
}

function ofListed(row: ListedRepositoryRow): Candidate {
  return {
    ...inRegistry(row.chart_id, row.registry, row.repository),
    knownFrom: new Set<Teller>(['listing']),
    firstSeenAt: row.first_seen_at,
  };
}

function ofLegacy(row: LegacyChartRow): Candidate {
  return {
    ...inLegacy(row.legacy_id, row.url, row.name),
    knownFrom: new Set<Teller>(['legacy']),
    legacyVersions: Number(row.versions),
    firstSeenAt: row.first_seen_at,
  };
}

function ofConsumed(row: ConsumedRow): Candidate {
  const { chart_id, registry, repository, legacy_id, legacy_url } = row;
  const place =
    chart_id !== null && registry !== null && repository !== null
      ? inRegistry(chart_id, registry, repository)
      : inLegacy(legacy_id ?? '', legacy_url ?? '', row.legacy_name ?? '');
  return {
    ...place,
    knownFrom: new Set<Teller>(['consumer']),
    firstSeenAt: row.first_seen_at,
  };
}

type Place = Omit<Candidate, 'knownFrom' | 'firstSeenAt'>;

const NOTHING = { chart: null, conflict: [], legacyVersions: null };

function inRegistry(id: string, registry: string, repository: string): Place {
  const reference = `oci://${registry}/${repository}`;
  return { ...NOTHING, id, reference, legacyId: null };
}

function inLegacy(legacyId: string, url: string, name: string): Place {
  return {
    ...NOTHING,
    id: `~${legacyId}`,
    reference: `${url}#${name}`,
    legacyId,
  };
}
