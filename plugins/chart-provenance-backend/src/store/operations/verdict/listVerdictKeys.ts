import { chunk } from '../../chunk';
import { Database } from '../../database';
import { VerdictRow } from '../../rows';

/** What a verdict was decided on, and how it came out. */
export type VerdictKeyRow = Pick<
  VerdictRow,
  'digest' | 'verdict_key' | 'status' | 'decided_at' | 'last_verified_at'
>;

/** Reads that of the verdicts of some versions. */
export async function listVerdictKeys(
  database: Database,
  chartId: string,
  digests: readonly string[],
): Promise<VerdictKeyRow[]> {
  const rows: VerdictKeyRow[] = [];
  for (const some of chunk(digests)) {
    rows.push(
      ...(await database<VerdictRow>('verdicts')
        .where('chart_id', chartId)
        .whereIn('digest', some)
        .select(
          'digest',
          'verdict_key',
          'status',
          'decided_at',
          'last_verified_at',
        )),
    );
  }
  return rows;
}
