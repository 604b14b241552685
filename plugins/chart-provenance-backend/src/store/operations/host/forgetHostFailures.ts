import { Database } from '../../database';

/** Forgets a registry's failures: it answered. */
export async function forgetHostFailures(
  database: Database,
  host: string,
): Promise<void> {
  await database('registry_hosts').where('host', host).delete();
}
