import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ConsumerOwnerKeyRow } from '../../rows';

/** Replaces the owner keys of some consumers. */
export async function replaceConsumerKeys(
  tx: Database,
  consumerIds: readonly string[],
  rows: readonly ConsumerOwnerKeyRow[],
): Promise<void> {
  for (const some of chunk(consumerIds)) {
    await tx<ConsumerOwnerKeyRow>('consumer_owner_keys')
      .whereIn('consumer_id', some)
      .delete();
  }
  for (const some of chunk(rows)) {
    await tx<ConsumerOwnerKeyRow>('consumer_owner_keys').insert(some);
  }
}
