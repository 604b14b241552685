import { chunk } from '../../chunk';
import { Database } from '../../database';
import { TagObservationRow } from '../../rows';

/** Adds observations, oldest first: their order is their history. */
export async function insertObservations(
  tx: Database,
  rows: readonly Omit<TagObservationRow, 'id'>[],
): Promise<void> {
  for (const some of chunk(rows, 100)) {
    await tx('tag_observations').insert(some);
  }
}
