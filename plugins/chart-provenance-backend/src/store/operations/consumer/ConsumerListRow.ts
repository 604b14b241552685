import { Knex } from 'knex';
import { Database } from '../../database';
import { ConsumerSourceRow, ConsumerTableRow } from '../../rows';

/** A consumer with what is said of its source, and the entity that its owner keys lead to. */
export type ConsumerListRow = Pick<
  ConsumerTableRow,
  | 'id'
  | 'source_id'
  | 'chart_id'
  | 'legacy_id'
  | 'environment'
  | 'cluster'
  | 'reading'
  | 'stale'
  | 'seen_at'
  | 'first_seen_at'
> &
  Pick<
    ConsumerSourceRow,
    'title' | 'read_at' | 'last_attempt_at' | 'unreadable'
  > & {
    entity_ref: string | null;
  };

/** The first owner key of a consumer, in rank order, that leads to an entity. */
export function entityOf(database: Database): Knex.QueryBuilder {
  return database('consumer_owner_keys as k')
    .leftJoin('owner_keys as o', 'o.key', 'k.key')
    .whereRaw('k.consumer_id = consumers.id')
    .whereRaw('coalesce(k.entity_ref, o.entity_ref) is not null')
    .orderBy('k.rank')
    .limit(1)
    .select(database.raw('coalesce(k.entity_ref, o.entity_ref)'));
}

/** The query over consumers and their sources that the lists share. */
export function consumerRows(database: Database): Knex.QueryBuilder {
  return database('consumers')
    .join(
      'consumer_sources',
      'consumer_sources.source_id',
      'consumers.source_id',
    )
    .select(
      'consumers.id',
      'consumers.source_id',
      'consumers.chart_id',
      'consumers.legacy_id',
      'consumers.environment',
      'consumers.cluster',
      'consumers.reading',
      'consumers.stale',
      'consumers.seen_at',
      'consumers.first_seen_at',
      'consumer_sources.title',
      'consumer_sources.read_at',
      'consumer_sources.last_attempt_at',
      'consumer_sources.unreadable',
      entityOf(database).as('entity_ref'),
    );
}
