import { Knex } from 'knex';

/** What every operation of the store needs. */
export interface StoreContext {
  database: Knex;
  now: () => Date;
  /** Milliseconds after which a look is too old under these policies: the strictest counts. */
  maxStalenessOf: (policies: readonly string[]) => number;
}
