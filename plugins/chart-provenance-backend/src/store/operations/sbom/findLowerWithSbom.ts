import { Database } from '../../database';
import { VersionTableRow } from '../../rows';

/** Which versions are looked among. */
export interface LowerThan {
  chartId: string;
  sortKey: string;
  /** Only those that are verified, with an SBOM that the signer of the verdict vouches for. */
  vouched: boolean;
}

/** Reads the highest version below another that has an SBOM attached which could be read. */
export async function findLowerWithSbom(
  database: Database,
  { chartId, sortKey, vouched }: LowerThan,
): Promise<Pick<VersionTableRow, 'digest' | 'version'> | undefined> {
  return database('versions')
    .join('sboms', join =>
      join
        .on('sboms.chart_id', 'versions.chart_id')
        .andOn('sboms.subject', 'versions.digest'),
    )
    .join('evidence', join =>
      join
        .on('evidence.chart_id', 'sboms.chart_id')
        .andOn('evidence.subject', 'sboms.subject')
        .andOn('evidence.digest', 'sboms.digest'),
    )
    .leftJoin('verdicts', join =>
      join
        .on('verdicts.chart_id', 'versions.chart_id')
        .andOn('verdicts.digest', 'versions.digest'),
    )
    .where('versions.chart_id', chartId)
    .andWhere('versions.sort_key', '<', sortKey)
    .andWhereNot('versions.version', '')
    .andWhere('evidence.present', true)
    .whereNull('sboms.problem')
    .where(query => {
      if (vouched) {
        query.where({ 'sboms.vouched': true, 'verdicts.status': 'verified' });
      }
    })
    .orderBy('versions.sort_key', 'desc')
    .orderBy('versions.tagged', 'desc')
    .orderBy('versions.first_seen_at', 'desc')
    .orderBy('versions.digest', 'desc')
    .first('versions.digest', 'versions.version');
}
