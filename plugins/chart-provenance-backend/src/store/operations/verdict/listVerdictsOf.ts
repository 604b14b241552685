import { chunk } from '../../chunk';
import { Database } from '../../database';
import { VerdictRow } from '../../rows';

/** Reads the stored verdicts of some digests in some charts. */
export async function listVerdictsOf(
  database: Database,
  chartIds: readonly string[],
  digests: readonly string[],
): Promise<Pick<VerdictRow, 'chart_id' | 'digest' | 'verdict'>[]> {
  const rows: Pick<VerdictRow, 'chart_id' | 'digest' | 'verdict'>[] = [];
  for (const charts of chunk(chartIds)) {
    for (const some of chunk(digests)) {
      rows.push(
        ...(await database<VerdictRow>('verdicts')
          .whereIn('chart_id', charts)
          .whereIn('digest', some)
          .select('chart_id', 'digest', 'verdict')),
      );
    }
  }
  return rows;
}
