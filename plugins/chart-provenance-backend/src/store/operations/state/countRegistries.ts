import { Database } from '../../database';
import { StoredStatus } from '../../types';

interface CountRow {
  host: string;
  charts: number | string;
  failing: number | string;
  backing_off_until: string | null;
  last_problem: string | null;
}

/** Counts the charts of each registry, and reads what keeps it from answering. A back-off that is over is not shown. */
export async function countRegistries(
  database: Database,
  now: string,
): Promise<StoredStatus['registries']> {
  const rows = await database('charts')
    .leftJoin('registry_hosts', 'registry_hosts.host', 'charts.registry')
    .groupBy(
      'charts.registry',
      'registry_hosts.backing_off_until',
      'registry_hosts.last_problem',
    )
    .orderBy('charts.registry')
    .select<CountRow[]>(
      'charts.registry as host',
      'registry_hosts.backing_off_until',
      'registry_hosts.last_problem',
      database.raw(
        'count(*) as charts, count(charts.failing_since) as failing',
      ),
    );
  return rows.map(row => ({
    host: row.host,
    charts: Number(row.charts),
    failing: Number(row.failing),
    backingOffUntil:
      row.backing_off_until && row.backing_off_until > now
        ? row.backing_off_until
        : null,
    lastProblem: row.last_problem,
  }));
}
