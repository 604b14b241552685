import { Database } from '../../database';
import { MappingRow } from '../../rows';

/** Reads the last mapping of each chart, those taken back included. */
export async function listMappings(database: Database): Promise<MappingRow[]> {
  return database<MappingRow>('mappings')
    .whereIn('id', database('mappings').max('id').groupBy('chart_id'))
    .orderBy('id');
}
