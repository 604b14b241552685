import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { consumerRow } from './__testUtils__/attackedMigration';
import { read } from './__testUtils__/rawConfig';
import { createImpact } from './createImpact';
import { Gatekeeper } from './service';

const CHART = {
  chartId: 'aaaaaaaaaaaaaaaa',
  registry: 'ghcr.io',
  repository: 'acme/charts/payments',
  owner: 'component:default/payments',
  knownBy: 'convention' as const,
  expectedSource: null,
  policies: [],
  requestedPolicies: [],
  conflict: [],
};
const caller = { credentials: mockCredentials.user('user:default/operator') };

function impactFor(refused: string[]) {
  const items = refused.includes('catalog')
    ? [undefined]
    : [{ apiVersion: 'v1', kind: 'Component', metadata: { name: 'shop' } }];
  return createImpact({
    config: read(undefined).config,
    store: {
      claimedCharts: async () => [CHART],
      chartRecord: async () => CHART,
      versions: async () => undefined,
      consumers: {
        consumersOf: async () => [
          consumerRow({ from: 'legacy', entityRef: 'component:default/shop' }),
        ],
        sources: async () => [],
      },
      gate: { judgeable: jest.fn(), subject: jest.fn() },
    },
    verifier: { materials: { hash: 'x' }, version: '1' },
    gate: new Gatekeeper({
      catalog: {
        getEntityByRef: jest.fn(),
        getEntitiesByRefs: async () => ({ items }),
      },
      permissions: mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission: { name } }) => ({
            result: refused.includes(name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }),
    }),
    rootsStale: () => [],
  })({ kind: 'retire', chartId: CHART.chartId }, caller);
}

describe('createImpact', () => {
  it('names the consumers that the reader may see', async () => {
    const { blocked, counts } = await impactFor([]);
    expect(blocked).toHaveLength(1);
    expect(counts).toMatchObject({ consumers: 1, blocked: 1 });
  });

  it.each(['catalog', 'chart-provenance.consumer.read'])(
    'counts them for a reader to whom they are refused: %s',
    async refused => {
      const { blocked, counts, owners } = await impactFor([refused]);
      expect({ blocked, owners }).toEqual({ blocked: [], owners: [] });
      expect(counts).toMatchObject({ consumers: 1, blocked: 1 });
    },
  );
});
