import { Database } from '../../database';
import { ChartRow } from '../../rows';

/** Reads who owns charts that are read. */
export async function listOwners(database: Database): Promise<string[]> {
  const rows = await database<ChartRow>('charts')
    .distinct('owner')
    .whereNotNull('owner')
    .where('claimed', true);
  return rows.flatMap(({ owner }) => owner ?? []);
}
