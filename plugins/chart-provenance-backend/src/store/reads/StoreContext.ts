import { Knex } from 'knex';

/** What every operation of the store needs. */
export interface StoreContext {
  database: Knex;
  now: () => Date;
  /** `ChartJudge.inputsHash` of the rules in force; verdicts decided by others are doubtful. Undefined: not asked. */
  judgedWith?: string;
  /** Milliseconds after which a look is too old under these policies: the strictest counts. */
  maxStalenessOf: (policies: readonly string[]) => number;
}
