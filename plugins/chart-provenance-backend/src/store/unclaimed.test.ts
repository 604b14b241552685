import { chartIdOf } from 'backstage-plugin-chart-provenance-common';
import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { Knex } from 'knex';
import {
  consumerOf,
  leaseAgain,
  LEGACY,
  legacyConsumerOf,
  listSources,
  PROD,
  readingOf,
  readSource,
} from './__testUtils__/consumerFixtures';
import {
  chartNamed,
  listed,
  recordListing,
} from './__testUtils__/discoveryFixtures';
import { entryOf, indexOf, readLegacy } from './__testUtils__/legacyFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  walkedEvidence,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { ConsumerRecord } from './ConsumerStore';
import { DatabaseChartStore } from './DatabaseChartStore';
import { ListingReading } from './DiscoveryStore';
import { ChartRecord } from './types';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const HOST = PAYMENTS.registry;
const HOUR = 60 * 60_000;
const SHOP = 'component:default/shop';

const OWNED = chartNamed('payments');
const NOBODYS = chartNamed('nobodys', { owner: null, knownBy: 'listing' });

describe.each(databases.eachSupportedId())('what nobody owns, on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
    await store.discovery.configureListings([HOST]);
  });

  const list = (reading: ListingReading) => recordListing(store, reading);
  const listLegacy = async (charts: string[]) => {
    await store.legacy.configure([LEGACY.url]);
    const entries = charts.flatMap(name =>
      ['1.0.0', '1.1.0'].map(version => entryOf(version, { name })),
    );
    await readLegacy(store, indexOf(entries, 'chartmuseum'));
  };

  it('shows everything nobody owns, who told of it, and what may lead to an owner', async () => {
    const conflict = [SHOP, 'component:default/till'];
    await replaceInventory(store, [
      OWNED,
      NOBODYS,
      chartNamed('both', { owner: null, knownBy: 'claim', conflict }),
      chartNamed('guess', { knownBy: 'convention' }),
      chartNamed('former'),
    ]);
    await replaceInventory(store, [
      OWNED,
      NOBODYS,
      chartNamed('both', { owner: null, knownBy: 'claim', conflict }),
      chartNamed('guess', { knownBy: 'convention' }),
    ]);
    clock.advance(HOUR);
    await list(
      listed([
        'acme/charts/nobodys',
        'acme/charts/payments',
        'tools/probe',
        'acme/charts/former',
      ]),
    );
    await listLegacy(['payments', 'left-behind']);
    await store.legacy.replaceLocations([
      { chartId: OWNED.chartId, ...LEGACY, knownBy: 'rule' },
      {
        chartId: NOBODYS.chartId,
        url: LEGACY.url,
        name: 'nobodys-old',
        knownBy: 'rule',
      },
    ]);
    await listSources(store, [PROD]);
    await store.discovery.replaceOwnerKeys([
      { key: 'kubernetes-id:shop', entityRef: SHOP },
    ]);
    const using = (
      name: string,
      about: Partial<ObservedConsumer>,
      rest?: Partial<ConsumerRecord>,
    ) =>
      consumerOf(
        { name, labels: { 'app.kubernetes.io/name': name }, ...about },
        rest,
      );
    const redis = {
      kind: 'oci' as const,
      registry: 'docker.io',
      repository: 'bitnamicharts/redis',
    };
    const of = (one: ChartRecord) => ({
      target: {
        kind: 'oci' as const,
        registry: HOST,
        repository: one.repository,
      },
    });
    await readSource(
      store,
      readingOf([
        using('a', of(NOBODYS), {
          chartId: NOBODYS.chartId,
          ownerKeys: ['kubernetes-id:shop'],
        }),
        using('b', of(NOBODYS), {
          chartId: NOBODYS.chartId,
          ownerKeys: ['kubernetes-id:shop'],
        }),
        {
          ...legacyConsumerOf(
            { name: 'c' },
            { url: LEGACY.url, name: 'nobodys-old' },
          ),
          ownerKeys: ['entity:component:default/till'],
        },
        legacyConsumerOf(
          { name: 'd' },
          { url: LEGACY.url, name: 'left-behind' },
        ),
        legacyConsumerOf(
          { name: 'e' },
          { url: 'https://others.dev', name: 'x' },
        ),
        using('f', { target: redis }, { chartId: null }),
        consumerOf({ name: 'g' }, { chartId: OWNED.chartId }),
      ]),
    );
    await publishSigned();

    const records = await store.discovery.unclaimed();
    expect(
      records.map(row => [
        row.reference,
        [...row.knownFrom].sort(),
        row.chart?.chartId ?? null,
        row.consumers,
        row.versions,
      ]),
    ).toEqual([
      [
        'https://charts.acme.dev#left-behind',
        ['consumer', 'legacy'],
        null,
        1,
        2,
      ],
      ['https://others.dev#x', ['consumer'], null, 1, null],
      ['oci://docker.io/bitnamicharts/redis', ['consumer'], null, 1, null],
      [
        'oci://ghcr.io/acme/charts/both',
        ['claim'],
        chartNamed('both').chartId,
        0,
        0,
      ],
      ['oci://ghcr.io/acme/charts/former', ['listing'], null, 0, null],
      [
        'oci://ghcr.io/acme/charts/nobodys',
        ['consumer', 'listing'],
        NOBODYS.chartId,
        3,
        2,
      ],
      ['oci://ghcr.io/tools/probe', ['listing'], null, 0, null],
    ]);
    const byName = new Map(records.map(row => [row.name, row]));
    expect(byName.get('both')).toMatchObject({
      conflict,
      chart: { owner: null },
    });
    expect(byName.get('left-behind')?.id).toMatch(/^~[\w-]{16}$/);
    expect(byName.get('probe')?.id).toBe(chartIdOf(HOST, 'tools/probe'));
    expect(byName.get('redis')?.id).toBe(
      chartIdOf('registry-1.docker.io', 'bitnamicharts/redis'),
    );
    expect(byName.get('nobodys')).toMatchObject({
      firstSeenAt: '2026-11-22T12:00:00.000Z',
      signer: { kind: 'key', key: 'release' },
      sourceUrls: ['https://github.com/acme/nobodys', 'https://acme.dev'],
      maintainers: [{ name: 'Ada' }],
      deployedBy: [SHOP, 'component:default/till'],
      workloadLabels: ['a', 'b'],
    });
    expect(byName.get('redis')).toMatchObject({
      signer: null,
      sourceUrls: [],
      workloadLabels: ['f'],
    });
    expect(await store.discovery.counts()).toEqual({
      charts: 8,
      owned: 1,
      unclaimed: 6,
      conflicts: 1,
    });
    expect(
      (await store.discovery.listings()).map(row => [
        row.place,
        row.method,
        row.found,
      ]),
    ).toEqual([
      [HOST, 'catalog', 4],
      [LEGACY.url, 'chartmuseum', 2],
    ]);
  });

  /** Version 2.0.0 of `nobodys` by a key, and an older one by another. */
  async function publishSigned(about: { present?: boolean } = {}) {
    const versions = ['1.0.0', '2.0.0'].map(version => walkedVersion(version));
    versions[1].facts.sources = ['https://github.com/acme/nobodys'];
    versions[1].facts.home = 'https://acme.dev';
    versions[1].facts.maintainers = [{ name: 'Ada' }];
    const evidence = versions.map(({ digest, version }) =>
      walkedEvidence(digest, `signature of ${version}`),
    );
    await record(
      store,
      clock,
      {
        versions,
        tags: versions.map(({ version, digest }) => tagAt(version, digest)),
        evidence,
      },
      {
        chartId: NOBODYS.chartId,
        lease: await leaseAgain(store, `chart:${NOBODYS.chartId}`),
        verified: evidence.map(({ evidence: { digest, subject } }, i) => ({
          subject,
          digest,
          materialHash: 'material',
          verifications: [
            {
              evidence: digest,
              trust: 'key:release',
              outcome: 'proven',
              subjects: [subject],
              signer: {
                kind: 'key',
                key: ['old', 'release'][i],
                fingerprint: '00',
              },
            },
          ],
        })),
      },
    );
    if (about.present === false) {
      await knex('evidence').update({ present: false });
    }
  }

  it('proposes no signer that a later listing no longer showed', async () => {
    await replaceInventory(store, [NOBODYS]);
    await publishSigned({ present: false });
    const [row] = await store.discovery.unclaimed();
    expect(row).toMatchObject({
      id: NOBODYS.chartId,
      versions: 2,
      signer: null,
    });
  });
});
