import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { consumerRow } from '../__testUtils__/attackedMigration';
import { AuthorizedImageService } from './AuthorizedImageService';
import { FoundUse } from './DefaultImageService';
import { Gatekeeper } from './Gatekeeper';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const caller = { credentials: mockCredentials.user() };
const locator = {
  entityRef: 'component:default/payments',
  chartId: 'aaaaaaaaaaaaaaaa',
  digest: DIGEST,
};

const use = (name: string, owner: string | null): FoundUse => ({
  owner,
  use: {
    chartId: name,
    chart: `oci://ghcr.io/acme/charts/${name}`,
    entityRef: owner,
    version: '1.0.0',
    digest: DIGEST,
    written: 'ghcr.io/acme/app:1',
    pinned: false,
    from: 'rendered',
  },
});

const runs = (digest: string | null, version = '1.0.0') => ({
  version,
  digest,
  since: null,
  verdict: null,
  note: null,
});

function serviceFor(granted: string[], visible: string[]) {
  const inner = {
    images: jest.fn(),
    uses: jest.fn(async () => ({
      cut: false,
      found: [
        use('payments', 'component:default/payments'),
        use('secret', 'component:default/secret'),
        use('orphan', null),
      ],
    })),
    consumersOf: jest.fn(async () => [
      consumerRow({
        name: 'mine',
        entityRef: 'component:default/payments',
        runs: runs(DIGEST),
      }),
      consumerRow({
        name: 'hidden',
        entityRef: 'component:default/secret',
        runs: runs(DIGEST),
      }),
      consumerRow({ name: 'unrecorded', runs: runs(null) }),
      consumerRow({ name: 'other-bytes', runs: runs('sha256:other') }),
      consumerRow({ name: 'other-version', runs: runs(null, '2.0.0') }),
      consumerRow({ name: 'legacy', from: 'legacy', runs: runs(null) }),
      consumerRow({ name: 'asks-only' }),
    ]),
  };
  const gate = new Gatekeeper({
    catalog: {
      getEntityByRef: async ref =>
        visible.includes(String(ref))
          ? { apiVersion: 'v1', kind: 'Component', metadata: { name: 'x' } }
          : undefined,
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: entityRefs.map(ref =>
          visible.includes(ref)
            ? { apiVersion: 'v1', kind: 'Component', metadata: { name: 'x' } }
            : undefined,
        ),
      }),
    },
    permissions: mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(({ permission }) => ({
          result: granted.includes(
            permission.name.replace('chart-provenance.', ''),
          )
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        })),
    }),
  });
  return { inner, service: new AuthorizedImageService({ inner, gate }) };
}

const untouched = (inner: ReturnType<typeof serviceFor>['inner']) =>
  Object.values(inner).forEach(call => expect(call).not.toHaveBeenCalled());

describe('AuthorizedImageService', () => {
  it('tells nothing of a chart whose entity may not be read', async () => {
    const hidden = serviceFor(['chart.read'], []);
    await expect(hidden.service.images(locator, caller)).rejects.toThrow(
      NotFoundError,
    );
    untouched(hidden.inner);
    const denied = serviceFor([], [locator.entityRef]);
    await expect(denied.service.images(locator, caller)).rejects.toThrow(
      NotAllowedError,
    );
    untouched(denied.inner);
  });

  it('needs the permission to read consumers for who runs what', async () => {
    const { service, inner } = serviceFor(['chart.read'], [locator.entityRef]);
    await expect(service.uses('acme/app', caller)).rejects.toThrow(
      NotAllowedError,
    );
    untouched(inner);
  });

  it('tells of charts that may be read, and counts the consumers that may not be seen', async () => {
    const { service, inner } = serviceFor(
      ['chart.read', 'consumer.read'],
      [locator.entityRef],
    );
    const { items, cut } = await service.uses('acme/app', caller);
    expect(cut).toBe(false);
    expect(items.map(({ chartId }) => chartId)).toEqual(['payments']);
    expect(items[0].running.map(({ name }) => name)).toEqual([
      'mine',
      'unrecorded',
    ]);
    expect(items[0].hidden).toBe(1);
    expect(inner.consumersOf).toHaveBeenCalledTimes(1);
  });

  it('tells of charts that are visible only with the permission to read charts', async () => {
    const { service } = serviceFor(['consumer.read'], [locator.entityRef]);
    expect((await service.uses('acme/app', caller)).items).toEqual([]);
  });

  it('tells operators of charts that nobody owns', async () => {
    const { service } = serviceFor(['consumer.read', 'index.operate'], []);
    const { items } = await service.uses('acme/app', caller);
    expect(items.map(({ chartId }) => chartId)).toEqual(['orphan']);
  });
});
