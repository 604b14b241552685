import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { TrustPolicy } from 'backstage-plugin-chart-provenance-common';
import { Knex } from 'knex';
import { DatabaseChartStore } from '../DatabaseChartStore';
import { DatabaseChartStoreOptions } from '../DatabaseChartStoreOptions';

const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/** SQLite, and PostgreSQL 15 where one is there. Says so when it is not. */
export function createTestDatabases(): TestDatabases {
  if (!process.env[POSTGRES]) {
    process.stderr.write(
      `PostgreSQL skipped: ${POSTGRES} is not set; only SQLite is tested.\n`,
    );
  }
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_15'],
    disableDocker: true,
  });
}

/** A clock that stands still until it is moved. */
export class TestClock {
  #ms = Date.parse('2026-11-22T12:00:00.000Z');

  readonly now = (): Date => new Date(this.#ms);

  get iso(): string {
    return this.now().toISOString();
  }

  advance(ms: number): void {
    this.#ms += ms;
  }
}

/** One policy, met by nobody in particular; a look counts for an hour. */
export const TEST_POLICY: TrustPolicy = {
  name: 'acme-release',
  selectable: false,
  anyOf: [{ kind: 'key', key: 'release' }],
  requireAttestations: [],
  maxStalenessMs: 60 * 60 * 1000,
};

/** A store over a database of the test's. */
export async function openStore(
  knex: Knex,
  clock: TestClock,
  policies: TrustPolicy[] = [TEST_POLICY],
  judgedWith?: () => string,
  options: Partial<DatabaseChartStoreOptions> = {},
): Promise<DatabaseChartStore> {
  return DatabaseChartStore.create({
    database: mockServices.database({ knex }),
    policies,
    judgedWith,
    now: clock.now,
    leaseMs: 60_000,
    ...options,
  });
}
