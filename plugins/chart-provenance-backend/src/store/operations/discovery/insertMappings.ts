import { chunk } from '../../chunk';
import { Database } from '../../database';
import { MappingRow } from '../../rows';

/** Adds mappings, oldest first: their order is their history. */
export async function insertMappings(
  tx: Database,
  rows: readonly Omit<MappingRow, 'id'>[],
): Promise<void> {
  for (const some of chunk(rows)) {
    await tx('mappings').insert(some);
  }
}
