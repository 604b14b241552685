import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ConsumerTableRow } from '../../rows';

/** What a new reading is compared with. */
export type ConsumerState = Pick<
  ConsumerTableRow,
  'id' | 'result_hash' | 'stale' | 'seen_at' | 'legacy_id'
>;

/** Reads that of all consumers of some sources. */
export async function listConsumerStates(
  database: Database,
  sourceIds: readonly string[],
): Promise<(ConsumerState & Pick<ConsumerTableRow, 'source_id'>)[]> {
  const rows: (ConsumerState & Pick<ConsumerTableRow, 'source_id'>)[] = [];
  for (const some of chunk(sourceIds)) {
    rows.push(
      ...(await database<ConsumerTableRow>('consumers')
        .whereIn('source_id', some)
        .select(
          'id',
          'source_id',
          'result_hash',
          'stale',
          'seen_at',
          'legacy_id',
        )),
    );
  }
  return rows;
}
