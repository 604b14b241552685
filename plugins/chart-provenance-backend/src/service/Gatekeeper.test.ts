import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Gatekeeper } from './Gatekeeper';

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments' },
};
const REF = 'component:default/payments';
const OWN = mockCredentials.service('plugin:chart-provenance');
const FREE = mockCredentials.service('external:scorecard');
const RESTRICTED = mockCredentials.service('external:pipeline', {
  permissionNames: ['chart-provenance.gate.check'],
});
const USER = mockCredentials.user('user:default/dana');

function gatekeeper(allowed: boolean) {
  const catalog = {
    getEntityByRef: jest.fn(async () => ENTITY),
    getEntitiesByRefs: jest.fn(async () => ({ items: [ENTITY] })),
  };
  const permissions = mockServices.permissions.mock({
    authorize: jest.fn(async () => [
      {
        result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      } as const,
    ]),
  });
  const gate = new Gatekeeper({
    catalog,
    permissions,
    ownCredentials: async () => OWN,
  });
  return { gate, catalog, permissions };
}

describe('Gatekeeper', () => {
  it.each([
    ['a user', USER, USER],
    ['a service', FREE, FREE],
    ['a service with a restricted token', RESTRICTED, OWN],
  ])(
    'asks the catalog for %s, and the permissions always with their own credentials',
    async (_, credentials, asked) => {
      const { gate, catalog, permissions } = gatekeeper(true);
      await gate.mayRead(REF, { credentials });
      await gate.visible([REF], { credentials });
      expect(catalog.getEntityByRef.mock.calls).toEqual([
        [REF, { credentials: asked }],
      ]);
      expect(catalog.getEntitiesByRefs.mock.calls).toEqual([
        [expect.anything(), { credentials: asked }],
      ]);
      expect(permissions.authorize).toHaveBeenCalledWith(expect.anything(), {
        credentials,
      });
    },
  );

  it('lets a restricted token do only what its restrictions name', async () => {
    const { gate } = gatekeeper(false);
    await expect(
      gate.mayRead(REF, { credentials: RESTRICTED }),
    ).rejects.toThrow(/chart-provenance\.chart\.read/);
  });
});
