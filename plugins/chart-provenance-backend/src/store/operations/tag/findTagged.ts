import { Database } from '../../database';
import {
  VersionListRow,
  VERSION_LIST_COLUMNS,
} from '../version/VersionListRow';

/** Reads the version that a tag points at now. */
export async function findTagged(
  database: Database,
  chartId: string,
  tag: string,
): Promise<VersionListRow | undefined> {
  return database('tags')
    .join('versions', join =>
      join
        .on('versions.chart_id', 'tags.chart_id')
        .andOn('versions.digest', 'tags.digest'),
    )
    .leftJoin('verdicts', join =>
      join
        .on('verdicts.chart_id', 'versions.chart_id')
        .andOn('verdicts.digest', 'versions.digest'),
    )
    .where('tags.chart_id', chartId)
    .andWhere('tags.tag', tag)
    .andWhere('tags.present', true)
    .first(VERSION_LIST_COLUMNS);
}
