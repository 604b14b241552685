import { isPrerelease } from 'backstage-plugin-chart-provenance-common';
import { WalkedVersion } from '../../../walk/types';
import { chunk } from '../../chunk';
import { Database } from '../../database';
import { toJson, toNullableText, toText, VersionTableRow } from '../../rows';
import { versionSortKey } from '../../versionSortKey';

/** Adds versions seen for the first time. A digest that is there is immutable and left as it is. */
export async function insertVersions(
  tx: Database,
  chartId: string,
  versions: readonly WalkedVersion[],
  seenAt: string,
): Promise<void> {
  for (const some of chunk(versions, 50)) {
    await tx<VersionTableRow>('versions')
      .insert(some.map(version => rowOf(chartId, version, seenAt)))
      .onConflict(['chart_id', 'digest'])
      .ignore();
  }
}

function rowOf(
  chartId: string,
  walked: WalkedVersion,
  seenAt: string,
): VersionTableRow {
  const version = toText(walked.version);
  return {
    chart_id: chartId,
    digest: walked.digest,
    descriptor: toJson(walked.descriptor),
    name: toText(walked.name),
    version,
    app_version: toNullableText(walked.appVersion),
    chart_layer_digest: walked.chartLayerDigest,
    provenance_layer:
      walked.provenanceFileLayer && toJson(walked.provenanceFileLayer),
    published_at: toNullableText(walked.publishedAt),
    prerelease: isPrerelease(version),
    sort_key: versionSortKey(version),
    search: `${version} ${walked.digest}`.toLowerCase(),
    facts: toJson(walked.facts),
    problem: walked.problem ? toJson(walked.problem) : null,
    undecoded: null,
    tagged: false,
    referrers_read_at: null,
    first_seen_at: seenAt,
  };
}
