import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ConsumerSourceRow } from '../../rows';

/** Deletes sources with their consumers. */
export async function deleteSources(
  tx: Database,
  sourceIds: readonly string[],
): Promise<void> {
  for (const some of chunk(sourceIds)) {
    await tx<ConsumerSourceRow>('consumer_sources')
      .whereIn('source_id', some)
      .delete();
  }
}
