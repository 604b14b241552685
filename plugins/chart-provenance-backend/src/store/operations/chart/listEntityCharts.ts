import { Database } from '../../database';
import { ChartRow } from '../../rows';

/** Reads the charts shown on an entity: its own, and those in conflict. */
export async function listEntityCharts(
  database: Database,
  entityRef: string,
): Promise<ChartRow[]> {
  return database<ChartRow>('charts')
    .whereIn(
      'chart_id',
      database('entity_charts')
        .select('chart_id')
        .where('entity_ref', entityRef),
    )
    .orderBy('repository')
    .orderBy('registry');
}
