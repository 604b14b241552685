import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isAbsolute } from 'node:path';
import { StoreError } from './StoreError';

/**
 * Checks that the database can keep the index, and brings its tables up to date unless the operator does that.
 *
 * @throws StoreError `unsupported-database`, `unsafe-database-path`.
 */
export async function migrate(
  service: DatabaseService,
  database: Knex,
): Promise<void> {
  assertSupported(database);
  if (!service.migrations?.skip) {
    await database.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-chart-provenance-backend',
        'migrations',
      ),
    });
  }
}

function assertSupported(database: Knex): void {
  const client = String(database.client.config.client);
  if (client.includes('pg')) {
    return;
  }
  if (client.includes('mysql')) {
    throw new StoreError(
      'unsupported-database',
      'chart-provenance does not support MySQL; give this plugin SQLite or PostgreSQL under backend.database.plugin.chart-provenance',
    );
  }
  if (!client.includes('sqlite')) {
    throw new StoreError(
      'unsupported-database',
      `chart-provenance does not support the database client '${client}'; use better-sqlite3 or pg`,
    );
  }
  assertSafePath(database);
}

/** A relative path is another database whenever the backend is started in another directory: the history would be lost. */
function assertSafePath(database: Knex): void {
  const { connection } = database.client.config;
  const path =
    typeof connection === 'string' ? connection : connection?.filename;
  const inMemory = path === ':memory:' || path === '';
  if (typeof path !== 'string' || !(inMemory || isAbsolute(path))) {
    throw new StoreError(
      'unsafe-database-path',
      `The path of the SQLite database must be absolute or :memory:, but is '${path}'`,
    );
  }
}
