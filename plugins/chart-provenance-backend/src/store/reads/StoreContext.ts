import {
  StaleRoot,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';
import { Knex } from 'knex';

/** What every operation of the store needs. */
export interface StoreContext {
  database: Knex;
  now: () => Date;
  /** `ChartJudge.inputsHash` of the rules in force; verdicts decided by others are doubtful. Undefined: not asked. */
  judgedWith?: () => string;
  /** Trust roots that have not been refreshed in time, as of now. */
  rootsStale: () => readonly StaleRoot[];
  /** Milliseconds after which a look is too old under these policies: the strictest counts. */
  maxStalenessOf: (policies: readonly string[]) => number;
  /** Configured policies by name. */
  policies: ReadonlyMap<string, TrustPolicy>;
  /** Ids of the trust roots that are the public Sigstore instance. */
  publicRoots: readonly string[];
  /** Names of the configured environments, the most important first. */
  environments: readonly string[];
  /** Milliseconds after which a reading of a consumer source is too old. */
  consumersStaleAfterMs: number;
  /** Milliseconds after which a reading of a legacy repository is too old. */
  legacyStaleAfterMs: number;
  /** Milliseconds for which a legacy repository has to lack something before that is no slip. */
  legacySettledAfterMs: number;
}
