import { Database } from '../../database';
import { matchingVersions } from './matchingVersions';
import { VersionListRow, VERSION_LIST_COLUMNS } from './VersionListRow';

/**
 * Reads the highest release, else the highest pre-release. A version that a tag still points at goes before one that none
 * does. What could not be read as a chart is never the newest.
 */
export async function findNewestVersion(
  database: Database,
  chartId: string,
): Promise<VersionListRow | undefined> {
  return matchingVersions(database, { chartId, prereleases: true })
    .andWhereNot('versions.version', '')
    .orderBy('versions.tagged', 'desc')
    .orderBy('versions.prerelease', 'asc')
    .orderBy('versions.sort_key', 'desc')
    .orderBy('versions.first_seen_at', 'desc')
    .orderBy('versions.digest', 'desc')
    .select(VERSION_LIST_COLUMNS)
    .first();
}
