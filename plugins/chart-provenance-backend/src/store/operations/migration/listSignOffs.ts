import { Database } from '../../database';
import { SignOffRow } from '../../rows';
import { ownerNow } from './ownerNow';

/** Reads every sign-off of a chart under its present owner, and of its registry, newest first. */
export async function listSignOffs(
  database: Database,
  chartId: string,
  registry: string,
): Promise<SignOffRow[]> {
  return database<SignOffRow>('sign_offs')
    .where(ofChart =>
      ofChart
        .where('chart_id', chartId)
        .where('owner', ownerNow(database, chartId)),
    )
    .orWhere('registry', registry)
    .orderBy('id', 'desc');
}
