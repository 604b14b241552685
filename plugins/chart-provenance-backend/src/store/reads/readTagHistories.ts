import {
  TagHistory,
  TagObservation,
} from 'backstage-plugin-chart-provenance-common';
import { Database } from '../database';
import { groupBy } from '../groupBy';
import { listObservations } from '../operations/tag/listObservations';
import { listTags } from '../operations/tag/listTags';
import { TagObservationRow } from '../rows';

/** What some tags pointed at and when, newest first. Tags never seen are left out. */
export async function readTagHistories(
  database: Database,
  chartId: string,
  tags: readonly string[],
): Promise<TagHistory[]> {
  const rows = await listObservations(database, chartId, tags);
  const byTag = groupBy(rows, ({ tag }) => tag);
  const lastSeen = new Map<string, string>();
  for (const tag of await listTags(database, chartId)) {
    lastSeen.set(tag.tag, tag.resolved_at);
  }
  return tags
    .map(tag => ({
      tag,
      observations: observationsOf(byTag.get(tag) ?? [], lastSeen.get(tag)),
    }))
    .filter(history => history.observations.length > 0);
}

/** An observation held until the one after it was made; the latest one until the tag was last resolved. */
function observationsOf(
  newestFirst: TagObservationRow[],
  lastSeenAt: string | undefined,
): TagObservation[] {
  return newestFirst.map((row, index) => ({
    digest: row.digest,
    version: row.version,
    chartLayerDigest: row.chart_layer_digest,
    firstSeenAt: row.seen_at,
    lastSeenAt:
      (index === 0 ? lastSeenAt : newestFirst[index - 1].previous_seen_at) ??
      row.seen_at,
    change: row.change,
  }));
}
