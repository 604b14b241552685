import { Database } from '../../database';
import { matchingVersions, VersionMatch } from './matchingVersions';

/** Counts the versions that match. */
export async function countVersions(
  database: Database,
  match: VersionMatch,
): Promise<number> {
  const rows = await matchingVersions(database, match).select<
    { count: number | string }[]
  >(database.raw('count(*) as count'));
  return Number(rows[0].count);
}
