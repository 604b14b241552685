import { Descriptor } from 'chart-provenance-oras';
import { KnownChart } from '../../walk/types';
import { Database } from '../database';
import { listKnownEvidence } from '../operations/evidence/listKnownEvidence';
import { listLastMoves } from '../operations/tag/listLastMoves';
import { listTags } from '../operations/tag/listTags';
import { listKnownVersions } from '../operations/version/listKnownVersions';
import { fromNullableJson } from '../rows';

/** What is known of a repository. Referrers that were listed but not read do not count as read. */
export async function readKnownChart(
  database: Database,
  chartId: string,
): Promise<KnownChart> {
  const known: KnownChart = {
    versions: new Set(),
    tags: new Map(),
    evidence: new Map(),
    provenanceFiles: new Map(),
    referrersReadAt: new Map(),
  };
  const evidence = await listKnownEvidence(database, chartId);
  const waiting = new Set(
    evidence
      .filter(({ read, present }) => present && !read)
      .map(({ subject }) => subject),
  );
  for (const row of await listKnownVersions(database, chartId)) {
    known.versions.add(row.digest);
    const layer = fromNullableJson<Descriptor>(row.provenance_layer);
    if (layer) {
      const { name, version, chart_layer_digest: chartLayerDigest } = row;
      const chart = { name, version, chartLayerDigest };
      known.provenanceFiles?.set(row.digest, { layer, chart });
    }
    if (
      row.referrers_read_at !== null &&
      row.undecoded === null &&
      !waiting.has(row.digest)
    ) {
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
  for (const { subject, manifest, read } of evidence) {
    if (read) {
      const manifests = known.evidence.get(subject) ?? new Set();
      known.evidence.set(subject, manifests.add(manifest));
    }
  }
  return known;
}
