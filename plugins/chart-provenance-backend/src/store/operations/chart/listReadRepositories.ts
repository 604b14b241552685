import { Database } from '../../database';

/** Repositories of a registry that were read with success and had versions, the one read last first. At most `limit`. */
export async function listReadRepositories(
  database: Database,
  host: string,
  limit: number,
): Promise<string[]> {
  const rows = await database('charts')
    .where({ registry: host, claimed: true })
    .whereNotNull('last_success_at')
    .whereExists(
      database('versions')
        .select(database.raw('1'))
        .whereRaw('versions.chart_id = charts.chart_id'),
    )
    .orderBy('last_success_at', 'desc')
    .limit(limit)
    .select<{ repository: string }[]>('repository');
  return rows.map(({ repository }) => repository);
}
