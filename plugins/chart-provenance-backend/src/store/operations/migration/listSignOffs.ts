import { Database } from '../../database';
import { SignOffRow } from '../../rows';

/** Reads every sign-off of a chart and of its registry, newest first. */
export async function listSignOffs(
  database: Database,
  chartId: string,
  registry: string,
): Promise<SignOffRow[]> {
  return database<SignOffRow>('sign_offs')
    .where('chart_id', chartId)
    .orWhere('registry', registry)
    .orderBy('id', 'desc');
}
