import { Database } from '../../database';
import { VersionTableRow } from '../../rows';
import { VersionListRow, VERSION_LIST_COLUMNS } from './VersionListRow';

/** Reads one version with its verdict and its chart facts. */
export async function getVersion(
  database: Database,
  chartId: string,
  digest: string,
): Promise<
  | (VersionListRow &
      Pick<VersionTableRow, 'facts' | 'problem' | 'provenance_layer'>)
  | undefined
> {
  return database('versions')
    .leftJoin('verdicts', join =>
      join
        .on('verdicts.chart_id', 'versions.chart_id')
        .andOn('verdicts.digest', 'versions.digest'),
    )
    .where('versions.chart_id', chartId)
    .andWhere('versions.digest', digest)
    .select([
      ...VERSION_LIST_COLUMNS,
      'versions.facts',
      'versions.problem',
      'versions.provenance_layer',
    ])
    .first();
}
