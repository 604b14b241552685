import { Database } from '../../database';
import { ConsumerSourceRow } from '../../rows';

/** Writes some columns of a consumer source. */
export async function updateSource(
  tx: Database,
  sourceId: string,
  columns: Partial<Omit<ConsumerSourceRow, 'source_id'>>,
): Promise<void> {
  await tx<ConsumerSourceRow>('consumer_sources')
    .where('source_id', sourceId)
    .update(columns);
}
