import { Database } from '../../database';
import { ChartRow, DistrustedVersionRow, VerdictRow } from '../../rows';

/** A reached version, with what is shown of it. */
export type ReachedRow = Pick<DistrustedVersionRow, 'chart_id' | 'digest'> & {
  version: string;
  status: VerdictRow['status'] | null;
  roots: VerdictRow['roots'];
};

/** Versions of claimed charts that an entry reaches, those seen last first. */
export async function listReached(
  database: Database,
  entryId: string,
  limit: number,
): Promise<ReachedRow[]> {
  return reached(database, entryId)
    .leftJoin('verdicts', join =>
      join
        .on('verdicts.chart_id', 'distrusted_versions.chart_id')
        .andOn('verdicts.digest', 'distrusted_versions.digest'),
    )
    .join('versions', join =>
      join
        .on('versions.chart_id', 'distrusted_versions.chart_id')
        .andOn('versions.digest', 'distrusted_versions.digest'),
    )
    .orderBy([
      { column: 'versions.first_seen_at', order: 'desc' },
      'distrusted_versions.chart_id',
      'distrusted_versions.digest',
    ])
    .limit(limit)
    .select(
      'distrusted_versions.chart_id',
      'distrusted_versions.digest',
      'versions.version',
      'verdicts.status',
      'verdicts.roots',
    );
}

/** How many there are. */
export async function countReached(
  database: Database,
  entryId: string,
): Promise<number> {
  const [{ count }] = await reached(database, entryId).count<
    { count: number | string }[]
  >('* as count');
  return Number(count);
}

function reached(database: Database, entryId: string) {
  return database('distrusted_versions')
    .join<ChartRow>('charts', 'charts.chart_id', 'distrusted_versions.chart_id')
    .where('charts.claimed', true)
    .where('distrusted_versions.entry_id', entryId);
}
