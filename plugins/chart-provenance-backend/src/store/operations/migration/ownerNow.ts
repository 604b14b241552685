import { Knex } from 'knex';
import { Database } from '../../database';

/** The query for who owns a chart now; of a chart that nobody claims or of which two quarrel, nobody. */
export function ownerNow(
  database: Database,
  chartId: string,
): Knex.QueryBuilder {
  return database('charts')
    .where({ chart_id: chartId, claimed: true })
    .select(database.raw("coalesce(owner, '')"));
}
