import { VersionCursor } from '../../cursor';
import { Database } from '../../database';
import { matchingVersions, VersionMatch } from './matchingVersions';
import { VersionListRow, VERSION_LIST_COLUMNS } from './VersionListRow';

/** Reads one page of versions, newest first; among equal precedence the one seen last comes first. */
export async function listVersions(
  database: Database,
  match: VersionMatch,
  page: { after?: VersionCursor; limit: number },
): Promise<VersionListRow[]> {
  const query = matchingVersions(database, match);
  if (page.after) {
    const [sortKey, firstSeenAt, digest] = page.after;
    query.andWhere(later =>
      later
        .where('versions.sort_key', '<', sortKey)
        .orWhere(tie =>
          tie
            .where('versions.sort_key', sortKey)
            .andWhere(sameVersion =>
              sameVersion
                .where('versions.first_seen_at', '<', firstSeenAt)
                .orWhere(sameTime =>
                  sameTime
                    .where('versions.first_seen_at', firstSeenAt)
                    .andWhere('versions.digest', '<', digest),
                ),
            ),
        ),
    );
  }
  return query
    .orderBy('versions.sort_key', 'desc')
    .orderBy('versions.first_seen_at', 'desc')
    .orderBy('versions.digest', 'desc')
    .limit(page.limit)
    .select(VERSION_LIST_COLUMNS);
}
