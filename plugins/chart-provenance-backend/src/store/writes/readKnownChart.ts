import { KnownChart } from '../../walk/types';
import { Database } from '../database';
import { listKnownEvidence } from '../operations/evidence/listKnownEvidence';
import { listLastMoves } from '../operations/tag/listLastMoves';
import { listTags } from '../operations/tag/listTags';
import { listKnownVersions } from '../operations/version/listKnownVersions';

/** What is known of a repository. Referrers that were listed but not read do not count as read. */
export async function readKnownChart(
  database: Database,
  chartId: string,
): Promise<KnownChart> {
  const known: KnownChart = {
    versions: new Set(),
    tags: new Map(),
    evidence: new Map(),
    referrersReadAt: new Map(),
  };
  for (const row of await listKnownVersions(database, chartId)) {
    known.versions.add(row.digest);
    if (row.referrers_read_at !== null && row.undecoded === null) {
      known.referrersReadAt.set(row.digest, row.referrers_read_at);
    }
  }
  const moves = await listLastMoves(database, chartId);
  const movedAt = new Map(moves.map(row => [row.tag, row.moved_at]));
  for (const row of await listTags(database, chartId)) {
    if (row.present) {
      known.tags.set(row.tag, {
        digest: row.digest,
        resolvedAt: row.resolved_at,
        movedAt: movedAt.get(row.tag),
      });
    }
  }
  for (const { subject, digest } of await listKnownEvidence(
    database,
    chartId,
  )) {
    const digests = known.evidence.get(subject) ?? new Set();
    known.evidence.set(subject, digests.add(digest));
  }
  return known;
}
