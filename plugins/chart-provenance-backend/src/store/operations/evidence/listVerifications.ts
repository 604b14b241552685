import { chunk } from '../../chunk';
import { Database } from '../../database';
import { VerificationRow } from '../../rows';

/** Reads the outcomes for the evidence of some subjects, in a stable order. */
export async function listVerifications(
  database: Database,
  chartId: string,
  subjects: readonly string[],
): Promise<VerificationRow[]> {
  const rows: VerificationRow[] = [];
  for (const some of chunk(subjects)) {
    rows.push(
      ...(await database<VerificationRow>('verifications')
        .where('chart_id', chartId)
        .whereIn('subject', some)
        .orderBy('digest')
        .orderBy('trust')),
    );
  }
  return rows;
}
