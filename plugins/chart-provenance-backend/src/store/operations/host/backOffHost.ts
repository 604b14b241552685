import { Database } from '../../database';
import { toText } from '../../rows';

/** Leaves a registry alone until then (ISO), and counts the failure. A longer back-off that is already set stays. */
export async function backOffHost(
  database: Database,
  host: string,
  until: string,
  problem: string,
): Promise<void> {
  await database('registry_hosts')
    .insert({
      host,
      failures: 1,
      backing_off_until: until,
      last_problem: toText(problem),
    })
    .onConflict('host')
    .merge({
      failures: database.raw('registry_hosts.failures + 1'),
      backing_off_until: database.raw(
        'case when registry_hosts.backing_off_until > ? then registry_hosts.backing_off_until else ? end',
        [until, until],
      ),
      last_problem: toText(problem),
    });
}
