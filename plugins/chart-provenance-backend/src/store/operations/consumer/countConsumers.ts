import { Database } from '../../database';

/** Counts the consumers of each source. */
export async function countConsumers(
  database: Database,
): Promise<Map<string, number>> {
  const rows = await database('consumers')
    .groupBy('source_id')
    .select<{ source_id: string; count: number | string }[]>(
      'source_id',
      database.raw('count(*) as count'),
    );
  return new Map(rows.map(row => [row.source_id, Number(row.count)]));
}
