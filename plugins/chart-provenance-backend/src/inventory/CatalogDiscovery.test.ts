import { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { compileRepositoryRules } from 'backstage-plugin-chart-provenance-common';
import { WorkPump } from '../indexing/WorkPump';
import { DatabaseChartStore } from '../store/DatabaseChartStore';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from '../store/__testUtils__/testDatabases';
import { CatalogDiscovery } from './CatalogDiscovery';

jest.setTimeout(20_000);

const databases = createTestDatabases();
const MINUTE = 60_000;
const schedule = { intervalMs: 10 * MINUTE, retryMs: 10 * MINUTE };
const REF = 'component:default/payments';

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'chart-provenance/charts': `oci://ghcr.io/acme/charts/${name}`,
      },
    },
    spec: {},
  };
}

describe.each(databases.eachSupportedId())('discovery on %s', id => {
  let clock: TestClock;
  let store: DatabaseChartStore;
  let pages: (Entity[] | Error)[];
  let replaced: number;
  let asked: unknown[];

  beforeEach(async () => {
    clock = new TestClock();
    store = await openStore(await databases.init(id), clock);
    replaced = 0;
    asked = [];
  });

  async function discover(): Promise<number> {
    const discovery = new CatalogDiscovery({
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
      },
      auth: mockServices.auth(),
      inventory: store.inventory,
      queue: store.queue,
      operator: {
        rules: compileRepositoryRules([
          {
            registry: 'ghcr.io',
            match: 'acme/charts/{name}',
            entity: 'component:default/{name}',
          },
        ]).rules,
        policies: [],
      },
      schedule,
      logger: mockServices.logger.mock(),
      now: clock.now,
      random: () => 0.5,
      onReplaced: async () => {
        replaced += 1;
      },
    });
    await discovery.schedule();
    const idle = {
      handle: (lease: Parameters<typeof discovery.handle>[0]) =>
        store.queue.giveBack(lease),
    };
    return new WorkPump({
      queue: store.queue,
      handlers: { discovery, chart: idle },
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
});
