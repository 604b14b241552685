import { Database } from '../../database';
import { ChartRow } from '../../rows';

/** Reads every chart that is claimed, in order of its place. */
export async function listClaimedCharts(
  database: Database,
): Promise<ChartRow[]> {
  return database<ChartRow>('charts')
    .where('claimed', true)
    .orderBy(['registry', 'repository']);
}
