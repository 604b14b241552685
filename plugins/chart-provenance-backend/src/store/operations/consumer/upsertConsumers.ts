import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ConsumerTableRow } from '../../rows';

/** Writes consumers that are new or changed; when they were first seen stays. */
export async function upsertConsumers(
  tx: Database,
  rows: readonly ConsumerTableRow[],
): Promise<void> {
  for (const some of chunk(rows, 100)) {
    await tx<ConsumerTableRow>('consumers')
      .insert(some)
      .onConflict('id')
      .merge([
        'chart_id',
        'registry',
        'repository',
        'legacy_id',
        'legacy_url',
        'legacy_name',
        'environment',
        'cluster',
        'reading',
        'labels',
        'result_hash',
        'stale',
        'seen_at',
      ]);
  }
}
