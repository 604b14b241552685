import { Database } from '../../database';
import { ChartRow } from '../../rows';

/** Counts claimed charts that were walked, and judged by other rules than these or not at all. */
export async function countPending(
  database: Database,
  inputsHash: string,
): Promise<number> {
  const [{ count }] = await database<ChartRow>('charts')
    .where('claimed', true)
    .whereNotNull('last_attempt_at')
    .where(query =>
      query.whereNull('judge_hash').orWhereNot('judge_hash', inputsHash),
    )
    .count<{ count: number | string }[]>('* as count');
  return Number(count);
}
