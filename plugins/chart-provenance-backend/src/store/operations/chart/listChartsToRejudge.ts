import { Database } from '../../database';
import { ChartRow } from '../../rows';

/** Reads charts whose verdicts were decided with other inputs. Charts never walked, and those nobody claims, are left out. */
export async function listChartsToRejudge(
  database: Database,
  inputsHash: string,
  limit: number,
): Promise<ChartRow[]> {
  return database<ChartRow>('charts')
    .where('claimed', true)
    .whereNotNull('last_attempt_at')
    .where(query =>
      query.whereNull('judge_hash').orWhereNot('judge_hash', inputsHash),
    )
    .orderBy('chart_id')
    .limit(limit);
}
