import { mockServices } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { Knex } from 'knex';
import { DatabaseChartStore } from './DatabaseChartStore';
import {
  LATER,
  leaseAgain,
  LEGACY,
  legacyConsumerOf,
  listSources,
  PROD,
  readingOf,
  readSource,
} from './__testUtils__/consumerFixtures';
import { packSbom, readSbom } from '../evidence';
import { decisionOf } from './__testUtils__/decisionFixtures';
import { entryOf, indexOf, readLegacy } from './__testUtils__/legacyFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  digestOf,
  PAYMENTS,
  presenceJudge,
  record,
  replaceInventory,
  tagAt,
  walkedEvidence,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { ChartJudge } from './types';
import { listingKey } from './workKeys';

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
  'consumer_sources',
  'consumers',
  'consumer_owner_keys',
  'owner_keys',
  'legacy_repositories',
  'legacy_versions',
  'chart_legacy',
  'legacy_consumption',
  'registry_listings',
  'listed_repositories',
  'mappings',
  'sign_offs',
  'plans',
  'phases_reached',
  'trust_metadata',
  'sboms',
  'distrusted_versions',
  'distrust_seen',
  'gate_decisions',
  'chart_images',
  'image_uses',
  'image_repositories',
  'image_verdicts',
];

const IN_DEPTH = '20261124000000_verification_in_depth.js';
const CONSUMERS = '20261123000000_consumers_and_migration.js';

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

  it('take the work along that a replica without them could not do', async () => {
    const knex = await databases.init(id);
    const clock = new TestClock();
    await fill(await openStore(knex, clock), clock, knex);
    const kinds = async () =>
      (await knex('work_queue').distinct('kind').orderBy('kind')).map(
        ({ kind }) => kind,
      );
    expect(await kinds()).toEqual([
      'chart',
      'discovery',
      'legacy',
      'listing',
      'source',
      'sources',
      'trust',
    ]);
    await knex.migrate.down({ directory, name: IN_DEPTH });
    expect(await kinds()).not.toContain('trust');
    expect(await knex('verdicts').select()).toHaveLength(1);
    await knex.migrate.down({ directory, name: CONSUMERS });
    expect(await kinds()).toEqual(['chart', 'discovery']);
    expect(await knex('charts').select()).toHaveLength(1);
    expect(await knex('verdicts').select()).toHaveLength(1);
    await knex.migrate.latest({ directory });
    expect(await knex('consumers').select()).toEqual([]);
  });

  it.each([
    [{ format: 'notation', problem: { code: 'unsupported-format' } }, null],
    [{ format: 'sigstore-bundle-other' }, null],
    [{ format: 'raw', kind: 'sbom' }, null],
    [{ problem: { code: 'evidence-too-large' } }, null],
    [{ format: 'sigstore-bundle-v0.3', kind: 'signature' }, null],
    [{ format: 'sigstore-bundle-v0.3', predicateType: 'x' }, 'material'],
    [{ format: 'cosign-legacy' }, 'material'],
  ])('have %j read again if it can be read now', async (written, expected) => {
    const knex = await databases.init(id);
    const clock = new TestClock();
    await fill(await openStore(knex, clock), clock, knex);
    await knex.migrate.down({ directory, name: IN_DEPTH });
    const [row] = await knex('evidence').select();
    await knex('evidence').update({
      evidence: JSON.stringify({
        digest: row.digest,
        subject: row.subject,
        kind: 'unknown',
        mediaType: '',
        ...written,
      }),
      material_hash: 'material',
    });
    await knex.migrate.latest({ directory });
    const hashes = (await knex('evidence').select()).map(
      ({ material_hash }) => material_hash,
    );
    expect(new Set(hashes)).toEqual(new Set([expected]));
    const known = await (await openStore(knex, clock)).known(PAYMENTS.chartId);
    expect(known.evidence.has(row.subject)).toBe(expected !== null);
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
          sbom: packSbom(readSbom({})),
        },
      ],
      judge: distrusting(clock),
    },
  );
  await store.distrust.remember(
    [{ id: 'entry', hash: 'hash' }],
    async () => {},
  );
  await store.trust.configure([
    { source: 'source', rootId: 'github', host: 'tuf.example' },
  ]);
  await fillMigration(store, clock);
  await store.gate.add(decisionOf(1));
  await fillImages(knex, clock, version.digest);
}

async function fillImages(knex: Knex, clock: TestClock, digest: string) {
  const version = { chart_id: PAYMENTS.chartId, digest };
  const image = { name: 'ghcr.io/acme/app', written: 'ghcr.io/acme/app' };
  const read = { chosen: '{}', result_hash: '', read_at: clock.iso };
  await knex('chart_images').insert({ ...version, ...read });
  await knex('image_uses').insert({ ...version, ...image, position: 0 });
  await knex('image_repositories').insert({ name: image.name, work_key: 'k' });
  await knex('image_verdicts').insert({
    name: image.name,
    reference: '1',
    policy: 'acme-release',
    attempted_at: clock.iso,
  });
}

function distrusting(clock: TestClock): ChartJudge {
  const judge = presenceJudge(clock);
  return {
    inputsHash: judge.inputsHash,
    materialHash: judge.materialHash,
    judge(chart, version) {
      const judged = judge.judge(chart, version);
      return judged && { ...judged, distrustedBy: ['entry'] };
    },
  };
}

async function fillMigration(store: DatabaseChartStore, clock: TestClock) {
  const { chartId, registry, repository } = PAYMENTS;
  const writer = { by: 'user:default/ada', at: clock.iso };
  await listSources(store, [PROD]);
  const consumer = (name: string) => ({
    ...legacyConsumerOf({ name }),
    ownerKeys: ['argocd-app:shop'],
  });
  await readSource(store, readingOf([consumer('a'), consumer('b')]));
  await readSource(store, readingOf([consumer('a')]));
  const entityRef = 'component:default/shop';
  await store.discovery.replaceOwnerKeys([
    { key: 'argocd-app:shop', entityRef },
  ]);
  await store.legacy.configure([LEGACY.url]);
  await readLegacy(store, indexOf([entryOf('1.0.0')]));
  await store.legacy.replaceLocations([
    { chartId, ...LEGACY, knownBy: 'rule' },
  ]);
  await store.discovery.configureListings(['quay.io']);
  await store.discovery.recordListing(
    'quay.io',
    { method: 'catalog', repositories: ['a'], complete: true },
    await leaseAgain(store, listingKey('quay.io')),
    LATER,
  );
  await store.discovery.addMappings([
    { chartId, registry, repository, entityRef, ...writer },
  ]);
  const signOff = { result: 'done' as const, note: '', expiresOn: null };
  await store.migration.addSignOff({ chartId }, 'docs', signOff, writer);
  await store.migration.addPlan(
    chartId,
    {
      cutOverOn: null,
      deprecatedOn: null,
      retireOn: null,
      supportedSince: null,
      note: '',
    },
    writer,
  );
  await store.migration.recordPhase(chartId, null, 'notStarted', clock.iso);
}
