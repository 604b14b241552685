import { Database } from '../../database';
import { listUsesOf, UseRow } from '../../operations/discovery/listUsesOf';
import { listLegacyOf } from '../../operations/legacy/listLegacyOf';
import { fromJson } from '../../rows';
import { Candidate } from './readCandidates';

/** What the consumers of a chart tell. */
export interface Uses {
  consumers: number;
  firstSeenAt: string | null;
  /** Entities that deploy it, the most frequent first. */
  deployedBy: string[];
  /** Values of the labels that may name an owner, the most frequent first. */
  workloadLabels: string[];
}

const MAX_WORDS = 20;

/** Reads what the consumers of some charts tell, by the candidate's id; of one nobody uses there is nothing. */
export async function readUses(
  database: Database,
  candidates: readonly Candidate[],
): Promise<Map<string, Uses>> {
  const legacy = new Map<string, string[]>();
  const add = (legacyId: string, id: string) =>
    legacy.set(legacyId, [...(legacy.get(legacyId) ?? []), id]);
  const chartIds = candidates
    .filter(({ legacyId }) => legacyId === null)
    .map(({ id }) => id);
  for (const { id, legacyId } of candidates) {
    if (legacyId !== null) {
      add(legacyId, id);
    }
  }
  for (const row of await listLegacyOf(database, chartIds)) {
    add(row.legacy_id, row.chart_id);
  }
  const uses = new Map<string, UseRow[]>();
  const collect = (id: string, row: UseRow) =>
    uses.set(id, [...(uses.get(id) ?? []), row]);
  for (const row of await listUsesOf(database, 'chart_id', chartIds)) {
    collect(row.target, row);
  }
  const legacyIds = [...legacy.keys()];
  for (const row of await listUsesOf(database, 'legacy_id', legacyIds)) {
    legacy.get(row.target)?.forEach(id => collect(id, row));
  }
  return new Map([...uses].map(([id, rows]) => [id, usesOf(rows)]));
}

function usesOf(rows: readonly UseRow[]): Uses {
  const times = rows.map(({ first_seen_at }) => first_seen_at).sort();
  return {
    consumers: rows.length,
    firstSeenAt: times[0] ?? null,
    deployedBy: mostFrequent(
      rows.flatMap(({ entity_ref }) => entity_ref ?? []),
    ),
    workloadLabels: mostFrequent(
      rows.flatMap(({ labels }) => fromJson<string[]>(labels)),
    ),
  };
}

function mostFrequent(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  words.forEach(word => counts.set(word, (counts.get(word) ?? 0) + 1));
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MAX_WORDS)
    .map(([word]) => word);
}
