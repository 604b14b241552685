import { Database } from '../../database';
import { ChartRow, VerdictRow, VersionTableRow } from '../../rows';

/** A chart with one of its versions; the columns of version and verdict are null where there is none. */
export type GateSubjectRow = ChartRow & {
  digest: VersionTableRow['digest'] | null;
  version: VersionTableRow['version'] | null;
  version_first_seen_at: string | null;
  verdict: VerdictRow['verdict'] | null;
  verdict_key: VerdictRow['verdict_key'] | null;
  /** Where the tag pointed when it was last looked at. */
  tag_digest: string | null;
};

/**
 * Reads a chart that is in the inventory, with the version of that digest and its verdict, and where the tag points as far as is known: in one
 * statement, so that all of it was written by the same look at the registry.
 */
export async function getGateSubject(
  database: Database,
  {
    chartId,
    digest,
    tag,
  }: { chartId: string; digest: string | null; tag: string | null },
): Promise<GateSubjectRow | undefined> {
  return database('charts')
    .leftJoin('versions', join =>
      join
        .on('versions.chart_id', 'charts.chart_id')
        .andOnVal('versions.digest', digest ?? ''),
    )
    .leftJoin('verdicts', join =>
      join
        .on('verdicts.chart_id', 'versions.chart_id')
        .andOn('verdicts.digest', 'versions.digest'),
    )
    .leftJoin('tags', join =>
      join
        .on('tags.chart_id', 'charts.chart_id')
        .andOnVal('tags.tag', tag ?? '')
        .andOnVal('tags.present', true),
    )
    .where('charts.chart_id', chartId)
    .andWhere('charts.claimed', true)
    .first([
      'charts.*',
      'versions.digest',
      'versions.version',
      'versions.first_seen_at as version_first_seen_at',
      'verdicts.verdict',
      'verdicts.verdict_key',
      'tags.digest as tag_digest',
    ]);
}
