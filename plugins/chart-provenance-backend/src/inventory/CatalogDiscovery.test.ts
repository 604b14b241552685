import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { WorkPump } from '../indexing/WorkPump';
import { WorkKind } from '../store';
import { DatabaseChartStore } from '../store/DatabaseChartStore';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from '../store/__testUtils__/testDatabases';
import { CatalogDiscovery } from './CatalogDiscovery';
import {
  component as claiming,
  LEGACY,
  operatorWith,
} from './__testUtils__/words';

jest.setTimeout(20_000);

const databases = createTestDatabases();
const MINUTE = 60_000;
const schedule = { intervalMs: 10 * MINUTE, retryMs: 10 * MINUTE };
const REF = 'component:default/payments';

const component = (name: string) =>
  claiming(name, { charts: `oci://ghcr.io/acme/charts/${name}` });

describe.each(databases.eachSupportedId())('discovery on %s', id => {
  let clock: TestClock;
  let store: DatabaseChartStore;
  let pages: (Entity[] | Error)[];
  let replaced: number;
  let asked: unknown[];
  let elsewhere: Entity[];
  let logger: ReturnType<typeof mockServices.logger.mock>;

  beforeEach(async () => {
    clock = new TestClock();
    store = await openStore(await databases.init(id), clock);
    replaced = 0;
    asked = [];
    elsewhere = [];
    pages = [];
    logger = mockServices.logger.mock();
  });

  function newDiscovery(): CatalogDiscovery {
    return new CatalogDiscovery({
      catalog: {
        async *streamEntities(request, options) {
          asked.push(request, options);
          for (const page of pages) {
            if (page instanceof Error) {
              throw page;
            }
            yield page;
          }
        },
        async getEntitiesByRefs({ entityRefs }) {
          return {
            items: entityRefs.map(ref =>
              elsewhere.find(entity => stringifyEntityRef(entity) === ref),
            ),
          };
        },
      },
      auth: mockServices.auth(),
      inventory: store.inventory,
      discovery: store.discovery,
      legacy: store.legacy,
      queue: store.queue,
      operator: operatorWith([
        {
          match: 'acme/charts/{name}',
          entity: 'component:default/{name}',
          legacy: `${LEGACY}#{name}`,
        },
        { match: 'acme/shared/*' },
      ]),
      schedule,
      logger,
      now: clock.now,
      random: () => 0.5,
      onReplaced: async () => {
        replaced += 1;
      },
    });
  }

  async function discover(discovery = newDiscovery()): Promise<number> {
    await discovery.schedule();
    return work(discovery);
  }

  /** Works on what is due of discovery; answers whether anything was. */
  async function work(discovery: CatalogDiscovery): Promise<number> {
    return new WorkPump({
      queue: store.queue,
      handlers: { discovery },
      logger: mockServices.logger.mock(),
      schedule,
      concurrency: 10,
      now: clock.now,
    }).runOnce();
  }

  it('reads the catalog with its own credentials and puts its charts to work', async () => {
    pages = [[component('payments')], [component('web')]];
    expect(await discover()).toBe(1);
    expect(asked).toEqual([
      expect.objectContaining({ filter: expect.any(Array), pageSize: 500 }),
      { credentials: await mockServices.auth().getOwnServiceCredentials() },
    ]);
    expect(replaced).toBe(1);
    expect(await store.entityProvenance(REF)).toMatchObject({
      charts: [{ repository: 'acme/charts/payments', state: 'firstIndexing' }],
      catalogSeenAt: clock.iso,
    });
    expect((await store.status()).queue.due).toBe(2);
  });

  it('takes claims away only after a reading that got to its end', async () => {
    pages = [[component('payments')], [component('web')]];
    await discover();
    const readAt = clock.iso;
    clock.advance(10 * MINUTE);
    pages = [[component('web')], new Error('connection reset')];
    await discover();
    expect(await store.entityProvenance(REF)).toMatchObject({
      charts: [{ owner: REF }],
      catalogSeenAt: readAt,
    });
    expect((await store.status()).catalog).toEqual({
      lastDiscoveryAt: readAt,
      problem: 'The catalog could not be read to its end.',
    });

    clock.advance(10 * MINUTE);
    pages = [[component('web')]];
    await discover();
    expect((await store.entityProvenance(REF)).charts).toEqual([]);
    expect(await store.status()).toMatchObject({
      catalog: { lastDiscoveryAt: clock.iso, problem: null },
      charts: { total: 2, unowned: 1 },
    });
  });

  const leaseOf = async (kind: WorkKind) => {
    const [lease] = await store.queue.lease({
      limit: 1,
      kinds: [kind],
      capacity: () => 1,
    });
    return lease;
  };
  const later = () => ({
    dueAt: new Date(clock.now().getTime() + MINUTE).toISOString(),
    problem: null,
  });
  const list = async (...repositories: string[]) =>
    store.discovery.recordListing(
      'ghcr.io',
      { method: 'catalog', repositories, complete: true },
      await leaseOf('listing'),
      later(),
    );

  it('runs again when something new was found, and only then', async () => {
    await store.discovery.configureListings(['ghcr.io']);
    pages = [[component('payments')]];
    const discovery = newDiscovery();
    await discover(discovery);
    await discovery.onFound();
    expect(await work(discovery)).toBe(0);

    await list('acme/charts/payments', 'acme/shared/tools', 'acme/secret');
    await discovery.onFound();
    expect(await work(discovery)).toBe(1);
    await discovery.onFound();
    expect(await work(discovery)).toBe(0);
    const unclaimed = await store.discovery.unclaimed();
    expect(
      unclaimed.map(({ reference, chart }) => [reference, chart?.knownBy]),
    ).toEqual([
      // A name, and nothing more: no rule lets it be read, so it has no row of work.
      ['oci://ghcr.io/acme/secret', undefined],
      ['oci://ghcr.io/acme/shared/tools', 'listing'],
    ]);
    expect((await store.entityProvenance(REF)).charts).toMatchObject([
      { repository: 'acme/charts/payments' },
    ]);
  });

  it('asks once too often where another replica discovered', async () => {
    await discover();
    const replica = newDiscovery();
    await replica.onFound();
    expect(await work(replica)).toBe(1);
    await replica.onFound();
    expect(await work(replica)).toBe(0);
  });

  it('gives charts where the operator’s mapping says, while that entity is there', async () => {
    await store.discovery.configureListings(['ghcr.io']);
    await list('acme/shared/tools');
    const api: Entity = { ...component('tools-api'), kind: 'API' };
    elsewhere = [api];
    const entityRef = 'api:default/tools-api';
    await discover();
    const [{ chart }] = await store.discovery.unclaimed();
    await store.discovery.addMappings([
      {
        chartId: chart?.chartId ?? '',
        registry: 'ghcr.io',
        repository: 'acme/shared/tools',
        entityRef,
        by: 'user:default/jane',
        at: clock.iso,
      },
    ]);
    await discover();
    expect((await store.entityProvenance(entityRef)).charts).toMatchObject([
      { repository: 'acme/shared/tools', knownBy: 'mapping' },
    ]);
    expect(await store.discovery.unclaimed()).toEqual([]);

    elsewhere = [];
    await discover();
    expect((await store.entityProvenance(entityRef)).charts).toEqual([]);
    expect(await store.discovery.unclaimed()).toHaveLength(1);
  });

  it('leaves everything as it is when a mapped entity cannot be asked for', async () => {
    await store.discovery.addMappings([
      {
        chartId: 'x',
        registry: 'ghcr.io',
        repository: 'acme/shared/tools',
        entityRef: REF,
        by: 'user:default/jane',
        at: clock.iso,
      },
    ]);
    pages = [[component('payments')]];
    await discover();
    pages = [];
    const discovery = newDiscovery();
    Object.defineProperty(elsewhere, 'find', {
      value: () => {
        throw new Error('connection reset');
      },
    });
    await discover(discovery);
    expect((await store.entityProvenance(REF)).charts).toHaveLength(2);
    expect((await store.status()).catalog.problem).toBe(
      'The catalog could not be read to its end.',
    );
  });

  it('says when more is named by hearsay than is tried', async () => {
    await store.legacy.configure([LEGACY]);
    const names = Array.from({ length: 5_010 }, (_, index) => `old-${index}`);
    await store.legacy.recordReading(
      LEGACY,
      {
        method: 'index',
        entries: names.map(name => ({
          name,
          version: '1.0.0',
          digest: null,
          created: null,
          url: null,
          deprecated: false,
        })),
        problems: [],
        problemCount: 0,
        bytes: 1,
        validator: null,
      },
      await leaseOf('legacy'),
      later(),
    );
    await discover();
    const message =
      'ghcr.io: 5010 repositories are named by indexes and consumers only, of which 5000 are tried.';
    expect(logger.warn).toHaveBeenCalledWith(message);
    expect(await store.status()).toMatchObject({
      catalog: { lastDiscoveryAt: clock.iso, problem: message },
      charts: { total: 5_000 },
    });
  });
});
