import { Database } from '../../database';
import { ConsumerSourceRow } from '../../rows';

/** Reads the consumer sources, of one provider when told, by provider and title. */
export async function listSources(
  database: Database,
  provider?: string,
): Promise<ConsumerSourceRow[]> {
  const query = database<ConsumerSourceRow>('consumer_sources');
  if (provider !== undefined) {
    query.where('provider', provider);
  }
  return query.orderBy(['provider', 'title', 'source_id']);
}
