import { Knex } from 'knex';
import { DatabaseChartStoreOptions } from './DatabaseChartStoreOptions';
import { StoreContext } from './reads/StoreContext';
import { strictestStaleness } from './strictestStaleness';

const MINUTE_MS = 60 * 1000;
const DEFAULT_CONSUMER_INTERVAL_MS = 5 * MINUTE_MS;
const DEFAULT_INDEXING_INTERVAL_MS = 15 * MINUTE_MS;
/** A legacy index is no proof of anything, and often large: a day's age is no reason to distrust it. */
const LEGACY_STALE_MS = 24 * 60 * MINUTE_MS;
/** After so many intervals without a reading something is wrong. */
const MISSED_READINGS = 3;

/** What every operation of the store needs, with what is not told filled in. */
export function storeContextOf(
  options: DatabaseChartStoreOptions,
  database: Knex,
): StoreContext {
  const {
    consumerIntervalMs = DEFAULT_CONSUMER_INTERVAL_MS,
    indexingIntervalMs = DEFAULT_INDEXING_INTERVAL_MS,
  } = options;
  return {
    database,
    judgedWith: options.judgedWith,
    rootsStale: options.rootsStale ?? (() => []),
    now: options.now ?? (() => new Date()),
    maxStalenessOf: strictestStaleness(options.policies),
    policies: new Map(options.policies.map(policy => [policy.name, policy])),
    publicRoots: options.publicRoots ?? [],
    environments: options.environments ?? [],
    consumersStaleAfterMs: MISSED_READINGS * consumerIntervalMs,
    legacySettledAfterMs: MISSED_READINGS * indexingIntervalMs,
    legacyStaleAfterMs: Math.max(
      LEGACY_STALE_MS,
      MISSED_READINGS * indexingIntervalMs,
    ),
  };
}
