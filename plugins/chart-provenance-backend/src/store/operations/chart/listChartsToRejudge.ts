import { Database } from '../../database';
import { ChartRow } from '../../rows';

/**
 * Reads charts whose verdicts were decided with other inputs, by id. Charts never walked, and those nobody claims, are left out.
 *
 * @param after - id to go on behind; from the start unless told
 */
export async function listChartsToRejudge(
  database: Database,
  inputsHash: string,
  limit: number,
  after?: string,
): Promise<ChartRow[]> {
  return database<ChartRow>('charts')
    .where('claimed', true)
    .whereNotNull('last_attempt_at')
    .where(query =>
      query.whereNull('judge_hash').orWhereNot('judge_hash', inputsHash),
    )
    .where(query => {
      if (after !== undefined) {
        query.where('chart_id', '>', after);
      }
    })
    .orderBy('chart_id')
    .limit(limit);
}
