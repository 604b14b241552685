import { Database } from '../../database';
import { whereOnRoots } from '../../rootsColumn';
import { VerdictRow } from '../../rows';

/** Counts the versions of a chart whose stored verdict is `verified` and stands on one of some roots; makes no query for none. */
export async function countOnRoots(
  database: Database,
  chartId: string,
  roots: readonly string[],
): Promise<number> {
  if (roots.length === 0) {
    return 0;
  }
  const query = database<VerdictRow>('verdicts').where({
    chart_id: chartId,
    status: 'verified',
  });
  whereOnRoots(query, roots, true);
  const [{ count }] = await query.count<{ count: number | string }[]>(
    '* as count',
  );
  return Number(count);
}
