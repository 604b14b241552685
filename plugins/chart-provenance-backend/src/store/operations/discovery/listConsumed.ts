import { Database } from '../../database';
import { becameOf } from './listUncoveredLegacy';

/** A chart that consumers name. */
export interface ConsumedRow {
  chart_id: string | null;
  registry: string | null;
  repository: string | null;
  legacy_id: string | null;
  legacy_url: string | null;
  legacy_name: string | null;
  consumers: number | string;
  first_seen_at: string;
}

/** Reads the charts that consumers name and that are not in the inventory, with how many do. */
export async function listConsumed(database: Database): Promise<ConsumedRow[]> {
  const columns = [
    'consumers.chart_id',
    'consumers.registry',
    'consumers.repository',
    'consumers.legacy_id',
    'consumers.legacy_url',
    'consumers.legacy_name',
  ];
  return database('consumers')
    .where(named =>
      named
        .whereNotNull('consumers.registry')
        .orWhereNotNull('consumers.legacy_id'),
    )
    .whereNotExists(
      database('charts')
        .select(database.raw('1'))
        .whereRaw('charts.chart_id = consumers.chart_id')
        .where('charts.claimed', true),
    )
    .whereNotExists(becameOf(database, 'consumers.legacy_id'))
    .groupBy(columns)
    .select<ConsumedRow[]>(
      ...columns,
      database.raw('count(*) as consumers'),
      database.raw('min(consumers.first_seen_at) as first_seen_at'),
    );
}
