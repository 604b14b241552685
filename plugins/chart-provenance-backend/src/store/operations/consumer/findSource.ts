import { Database } from '../../database';
import { ConsumerSourceRow } from '../../rows';

/** Reads one consumer source, by its id or by the key of its work row. */
export async function findSource(
  database: Database,
  by:
    | Pick<ConsumerSourceRow, 'source_id'>
    | Pick<ConsumerSourceRow, 'work_key'>,
): Promise<ConsumerSourceRow | undefined> {
  return database<ConsumerSourceRow>('consumer_sources').where(by).first();
}
