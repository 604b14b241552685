import { resolvePackagePath } from '@backstage/backend-plugin-api';
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
  walkedLayer,
  walkedVersion,
} from './__testUtils__/walkFixtures';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const version = walkedVersion('1.0.0');
const subject = version.digest;

const MIGRATION = '20261122120000_evidence_manifest.js';

it.each(databases.eachSupportedId())(
  'what was noted before manifests were read is read on the next walk, on %s',
  async id => {
    const knex = await databases.init(id);
    const clock = new TestClock();
    const store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
    const bundle = walkedEvidence(subject, 'bundle');
    const noted = walkedEvidence(subject, 'noted');
    noted.evidence.format = 'cosign-legacy';
    // A tag for signatures may have named the chart itself, where its provenance file stands.
    const tagged = walkedEvidence(subject, '1.0.0');
    const file = walkedEvidence(subject, 'file');
    file.evidence.manifest = subject;
    await record(store, clock, {
      versions: [version],
      tags: [tagAt('1.0.0', subject)],
      evidence: [bundle, noted, tagged],
    });
    const directory = resolvePackagePath(
      'backstage-plugin-chart-provenance-backend',
      'migrations',
    );
    await knex.migrate.down({ directory, name: MIGRATION });
    expect(await knex('evidence').select('material_hash')).toHaveLength(3);

    await knex.migrate.latest({ directory });
    expect((await store.known(chartId)).evidence).toEqual(
      new Map([[subject, new Set([digestOf('bundle')])]]),
    );
    const judge = presenceJudge(clock);
    const layers = [
      walkedLayer(subject, 'a', 'noted'),
      walkedLayer(subject, 'b', 'noted'),
    ];
    await record(
      store,
      clock,
      {
        tags: [tagAt('1.0.0', subject)],
        evidence: [...layers, file],
        referrers: [
          {
            subject,
            digests: [digestOf('bundle'), digestOf('noted'), subject],
          },
        ],
      },
      { judge },
    );
    expect(judge.asked[0].evidence.map(({ digest }) => digest).sort()).toEqual(
      ['a', 'b', 'bundle', 'file'].map(digestOf).sort(),
    );
    expect(judge.asked[0].awaitingBytes).toEqual([]);
  },
);
