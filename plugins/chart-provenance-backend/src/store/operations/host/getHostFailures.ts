import { Database } from '../../database';

/** Reads how often in a row a registry failed to answer. */
export async function getHostFailures(
  database: Database,
  host: string,
): Promise<number> {
  const row = await database('registry_hosts')
    .where('host', host)
    .first<{ failures: number } | undefined>('failures');
  return row?.failures ?? 0;
}
