import { mockServices } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { Knex } from 'knex';
import { DatabaseChartStore } from './DatabaseChartStore';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  digestOf,
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  walkedEvidence,
  walkedVersion,
} from './__testUtils__/walkFixtures';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const directory = resolvePackagePath(
  'backstage-plugin-chart-provenance-backend',
  'migrations',
);

const TABLES = [
  'charts',
  'entities',
  'entity_charts',
  'versions',
  'tags',
  'tag_observations',
  'evidence',
  'evidence_bytes',
  'verifications',
  'verdicts',
  'work_queue',
  'registry_hosts',
  'index_state',
];

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up, down with rows in every table, and up again', async () => {
    const knex = await databases.init(id);
    const clock = new TestClock();
    await fill(await openStore(knex, clock), clock, knex);
    for (const table of TABLES) {
      expect([table, await knex(table).first()]).toEqual([
        table,
        expect.anything(),
      ]);
    }

    await knex.migrate.rollback({ directory }, true);
    for (const table of TABLES) {
      expect(await knex.schema.hasTable(table)).toBe(false);
    }

    await fill(await openStore(knex, clock), clock, knex);
  });

  it('are left to the operator when told so', async () => {
    const knex = await databases.init(id);
    const database = {
      ...mockServices.database({ knex }),
      migrations: { skip: true },
    };
    await DatabaseChartStore.create({ database, policies: [] });
    expect(await knex.schema.hasTable('charts')).toBe(false);
  });
});

it.each([
  [{ client: 'mysql2' }, 'unsupported-database', /MySQL/],
  [
    { client: 'better-sqlite3', connection: { filename: 'chart.sqlite' } },
    'unsafe-database-path',
    /absolute/,
  ],
  [
    { client: 'better-sqlite3', connection: './chart.sqlite' },
    'unsafe-database-path',
    /absolute/,
  ],
])('refuses %j', async (config, code, message) => {
  const knex = knexFactory({ ...config, useNullAsDefault: true });
  await expect(
    DatabaseChartStore.create({
      database: { getClient: async () => knex },
      policies: [],
    }),
  ).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

async function fill(store: DatabaseChartStore, clock: TestClock, knex: Knex) {
  await replaceInventory(store, [PAYMENTS]);
  await knex('entities').insert({
    entity_ref: 'component:default/payments',
    problems: '[]',
  });
  await store.queue.backOff('ghcr.io', clock.iso, 'limited');
  const version = walkedVersion('1.0.0');
  const signature = walkedEvidence(version.digest, 'signature');
  await record(
    store,
    clock,
    {
      versions: [version],
      tags: [tagAt('1.0.0', version.digest)],
      evidence: [signature],
    },
    {
      verified: [
        {
          subject: version.digest,
          digest: signature.evidence.digest,
          materialHash: 'material',
          verifications: [
            {
              evidence: digestOf('signature'),
              trust: 'key:release',
              outcome: 'failed',
              code: 'untrusted-key',
            },
          ],
        },
      ],
    },
  );
}
