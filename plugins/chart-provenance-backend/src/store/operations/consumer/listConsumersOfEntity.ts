import { Database } from '../../database';
import { ConsumerListRow, consumerRows } from './ConsumerListRow';

/** Reads the consumers with an owner key that leads to an entity; at most `limit`. A surer key may lead another one elsewhere. */
export async function listConsumersOfEntity(
  database: Database,
  entityRef: string,
  limit: number,
): Promise<ConsumerListRow[]> {
  const named = database('consumer_owner_keys')
    .where('key', `entity:${entityRef}`)
    .select('consumer_id');
  const led = database('consumer_owner_keys')
    .join('owner_keys', 'owner_keys.key', 'consumer_owner_keys.key')
    .where('owner_keys.entity_ref', entityRef)
    .select('consumer_owner_keys.consumer_id');
  return consumerRows(database)
    .whereIn('consumers.id', named.union([led]))
    .orderBy('consumers.id')
    .limit(limit);
}
