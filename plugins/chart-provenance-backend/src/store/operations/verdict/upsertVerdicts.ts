import { chunk } from '../../chunk';
import { Database } from '../../database';
import { VerdictRow } from '../../rows';

/** Writes the present verdicts of some versions. */
export async function upsertVerdicts(
  tx: Database,
  rows: readonly VerdictRow[],
): Promise<void> {
  for (const some of chunk(rows, 50)) {
    await tx<VerdictRow>('verdicts')
      .insert(some)
      .onConflict(['chart_id', 'digest'])
      .merge([
        'status',
        'verdict',
        'verdict_key',
        'roots',
        'sbom',
        'provenance',
        'decided_at',
        'last_verified_at',
      ]);
  }
}
