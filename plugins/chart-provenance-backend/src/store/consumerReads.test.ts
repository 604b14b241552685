import { Knex } from 'knex';
import {
  consumerOf,
  LEGACY,
  legacyConsumerOf,
  PROD,
  readingOf,
  readSource,
} from './__testUtils__/consumerFixtures';
import {
  onlyRow,
  openWithPayments,
  running,
} from './__testUtils__/runningFixtures';
import { createTestDatabases, TestClock } from './__testUtils__/testDatabases';
import { PAYMENTS, replaceInventory } from './__testUtils__/walkFixtures';
import { ConsumerRecord } from './ConsumerStore';
import { DatabaseChartStore } from './DatabaseChartStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const SHOP = 'component:default/shop';
const TILL = 'component:default/till';

describe.each(databases.eachSupportedId())('a consumer on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openWithPayments(knex, clock);
  });

  it('is gated as compared with the policies of the chart', async () => {
    const none = await onlyRow(store, consumerOf());
    expect(none.gate).toEqual({
      strength: 'none',
      message: 'It asks for no verification.',
    });
    const anybody = await onlyRow(
      store,
      consumerOf({
        gate: {
          kind: 'flux-verify',
          provider: 'cosign',
          identities: [],
          secretRef: null,
          verified: null,
        },
      }),
    );
    expect(anybody.gate.strength).toBe('weaker');
  });

  it('is told of whole, and as it was read', async () => {
    await store.discovery.replaceOwnerKeys([
      { key: 'argocd-app:shop', entityRef: SHOP },
    ]);
    const row = await onlyRow(store, {
      ...running('1.8.0', null, {
        kind: 'Application',
        form: 'argocd-helm',
        path: 'apps/shop.yaml',
        href: 'https://git.acme.dev/apps/shop.yaml',
        findings: [{ rule: 'r', severity: 'info', message: 'm', fix: 'f' }],
      }),
      cluster: 'edge',
      environment: 'test',
      ownerKeys: ['kubernetes-id:nobody', 'argocd-app:shop'],
    });
    expect(row).toEqual({
      id: expect.stringMatching(/^[\w-]{16}$/),
      kind: 'Application',
      name: 'payments',
      namespace: 'shop',
      form: 'argocd-helm',
      where: {
        source: PROD.sourceId,
        title: PROD.title,
        cluster: 'edge',
        path: 'apps/shop.yaml',
        href: 'https://git.acme.dev/apps/shop.yaml',
      },
      environment: 'test',
      entityRef: SHOP,
      owner: null,
      written: 'oci://ghcr.io/acme/charts/payments 1.8.0',
      from: 'oci',
      chart: 'oci://ghcr.io/acme/charts/payments',
      chartId,
      wants: { version: '1.8.0', digest: null },
      pin: 'version',
      bestPin: 'digest',
      runs: expect.objectContaining({ version: '1.8.0', since: null }),
      behind: 2,
      gate: expect.anything(),
      findings: [{ rule: 'r', severity: 'info', message: 'm', fix: 'f' }],
      seenAt: clock.iso,
      stale: false,
    });
  });

  it.each<[string, string[], string | null]>([
    [
      'the first key that leads to one',
      ['kubernetes-id:no', 'kubernetes-id:shop', 'argocd-app:till'],
      SHOP,
    ],
    [
      'an entity named outright',
      [`entity:${TILL}`, 'kubernetes-id:shop'],
      TILL,
    ],
    ['a surer key than a name', ['argocd-app:till', `entity:${SHOP}`], TILL],
    ['nobody, where two hold the key', ['kubernetes-id:both'], null],
    [
      'the next key, where two hold the first',
      ['kubernetes-id:both', 'argocd-app:till'],
      TILL,
    ],
    ['nobody, without keys', [], null],
  ])('is deployed by %s', async (_, ownerKeys, entityRef) => {
    await store.discovery.replaceOwnerKeys([
      { key: 'kubernetes-id:shop', entityRef: SHOP },
      { key: 'kubernetes-id:shop', entityRef: SHOP },
      { key: 'argocd-app:till', entityRef: TILL },
      { key: 'kubernetes-id:both', entityRef: SHOP },
      { key: 'kubernetes-id:both', entityRef: TILL },
    ]);
    const row = await onlyRow(store, { ...consumerOf(), ownerKeys });
    expect(row.entityRef).toBe(entityRef);
    for (const ref of [SHOP, TILL]) {
      expect(await store.consumers.consumersBy(ref)).toHaveLength(
        ref === entityRef ? 1 : 0,
      );
    }
  });

  it('is found by what deploys it, wherever it comes from', async () => {
    const ownerKeys = [`entity:${SHOP}`];
    const named = (name: string, rest: Partial<ConsumerRecord> = {}) => ({
      ...consumerOf({ name }),
      ...rest,
      ownerKeys,
    });
    const templated = {
      ...consumerOf({
        name: 'c',
        target: { kind: 'templated' },
        written: 'https://{{host}} x',
      }),
      chartId: null,
      ownerKeys,
    };
    await store.legacy.replaceLocations([
      { chartId, ...LEGACY, knownBy: 'claim' },
    ]);
    await readSource(
      store,
      readingOf([
        named('a'),
        { ...legacyConsumerOf({ name: 'b' }), ownerKeys },
        templated,
        { ...consumerOf({ name: 'd' }), ownerKeys: [`entity:${TILL}`] },
      ]),
    );
    const rows = await store.consumers.consumersBy(SHOP);
    expect(
      rows.map(row => [row.name, row.from, row.chart, row.chartId]),
    ).toEqual([
      ['a', 'oci', 'oci://ghcr.io/acme/charts/payments', chartId],
      ['b', 'legacy', 'https://charts.acme.dev#payments', chartId],
      ['c', 'legacy', 'https://{{host}} x', null],
    ]);
    await replaceInventory(store, []);
    expect(
      (await store.consumers.consumersBy(SHOP)).map(row => row.chartId),
    ).toEqual([null, null, null]);
  });

  it('is ordered by environment as configured, then by entity and name, and cut', async () => {
    const at = (name: string, environment: string | null, entity?: string) => ({
      ...consumerOf({ name }),
      environment,
      ownerKeys: entity ? [`entity:${entity}`] : [],
    });
    await readSource(
      store,
      readingOf([
        at('none', null),
        at('other', 'aaa'),
        at('test', 'test'),
        at('prod z', 'prod'),
        at('prod a', 'prod'),
        at('prod till', 'prod', TILL),
        at('prod shop', 'prod', SHOP),
      ]),
    );
    const names = async (limit?: number) =>
      (await store.consumers.consumersOf(chartId, { limit })).map(
        ({ name }) => name,
      );
    expect(await names()).toEqual([
      'prod shop',
      'prod till',
      'prod a',
      'prod z',
      'test',
      'other',
      'none',
    ]);
    expect(await names(2)).toEqual(['prod shop', 'prod till']);
  });
});
