import { Knex } from 'knex';

/** A connection or a transaction. */
export type Database = Knex | Knex.Transaction;

/** True on PostgreSQL; else it is SQLite. */
export function isPostgres(database: Database): boolean {
  return String(database.client.config.client).includes('pg');
}
