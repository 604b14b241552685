import { Database } from '../../database';
import { ConsumerListRow, consumerRows } from './ConsumerListRow';

/**
 * Reads the consumers that name a chart in its registry or at one of its legacy locations; at most `limit`. Those at a legacy
 * location come first: that there is none must not be concluded from having read enough others.
 */
export async function listConsumersOfChart(
  database: Database,
  chartId: string,
  limit: number,
): Promise<ConsumerListRow[]> {
  const legacy = database('chart_legacy')
    .select('legacy_id')
    .where('chart_id', chartId);
  return consumerRows(database)
    .where(either =>
      either
        .where('consumers.chart_id', chartId)
        .orWhereIn('consumers.legacy_id', legacy),
    )
    .orderByRaw('case when consumers.legacy_id is null then 1 else 0 end')
    .orderBy('consumers.id')
    .limit(limit);
}
