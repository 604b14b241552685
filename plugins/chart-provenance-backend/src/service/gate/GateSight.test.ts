import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ChartRecord } from '../../store';
import { Gatekeeper } from '../Gatekeeper';
import { GateSight } from './GateSight';

const ENTITY = { apiVersion: 'v1', kind: 'Component', metadata: { name: 'x' } };
const OWN = 'component:default/own';
const OTHER = 'component:default/other';
const OWN_CREDENTIALS = mockCredentials.service('plugin:chart-provenance');

const chart = (changes: Partial<ChartRecord>): ChartRecord => ({
  chartId: 'aaaaaaaaaaaaaaaa',
  registry: 'ghcr.io',
  repository: 'acme/x',
  owner: OWN,
  knownBy: 'convention',
  expectedSource: null,
  policies: [],
  requestedPolicies: [],
  conflict: [],
  ...changes,
});

function setUp(options: { operator?: boolean; mayRead?: string[] } = {}) {
  const { operator = false, mayRead = [OWN] } = options;
  const getEntitiesByRefs = jest.fn(
    async (
      { entityRefs }: { entityRefs: string[] },
      _: { credentials: BackstageCredentials },
    ) => ({
      items: entityRefs.map(ref =>
        mayRead.includes(ref) ? ENTITY : undefined,
      ),
    }),
  );
  const permissions = mockServices.permissions.mock({
    authorize: async (requests, caller) =>
      requests.map(({ permission, resourceRef = OWN }) => ({
        result:
          (permission.name.endsWith('operate') && !operator) ||
          (permission.name.endsWith('chart.read') &&
            !mayRead.includes(resourceRef)) ||
          JSON.stringify(caller).includes('permissionNames')
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
  });
  const clock = { now: 0 };
  const sight = new GateSight({
    gate: new Gatekeeper({
      catalog: { getEntityByRef: jest.fn(), getEntitiesByRefs },
      permissions,
      ownCredentials: async () => OWN_CREDENTIALS,
    }),
    owners: async () => [OWN, OTHER],
    now: () => clock.now,
  });
  return { sight, getEntitiesByRefs, permissions, clock };
}

const dana = { credentials: mockCredentials.user('user:default/dana') };
const ci = { credentials: mockCredentials.service('external:ci') };
const restricted: { credentials: BackstageCredentials } = {
  credentials: mockCredentials.service('external:ci', {
    permissionNames: ['chart-provenance.gate.check'],
  }),
};

describe('GateSight', () => {
  it.each<[string, ChartRecord | undefined, boolean, boolean]>([
    ['of an entity that may be read', chart({}), false, true],
    ['of one that may not', chart({ owner: OTHER }), false, false],
    [
      'of one that may not, for operators too',
      chart({ owner: OTHER }),
      true,
      false,
    ],
    ['that nobody owns', chart({ owner: null }), false, false],
    ['that nobody owns, for operators', chart({ owner: null }), true, true],
    [
      'that several claim, one of which may be read',
      chart({ owner: null, conflict: [OTHER, OWN] }),
      false,
      true,
    ],
    [
      'that several claim, none of which may be read',
      chart({ owner: null, conflict: [OTHER] }),
      false,
      false,
    ],
    ['that is not there', undefined, true, false],
  ])('shows a chart %s', async (_, which, operator, seen) => {
    for (const caller of [dana, ci]) {
      const { sight } = setUp({ operator });
      expect(await sight.mayRead(which, 'ghcr.io/acme/x', caller)).toBe(seen);
    }
  });

  it.each<[string, ChartRecord | undefined]>([
    ['that is not there', undefined],
    ['of an entity that may not be read', chart({ owner: OTHER })],
    ['that nobody owns', chart({ owner: null })],
    [
      'that several claim',
      chart({ owner: null, conflict: [OTHER, 'component:default/third'] }),
    ],
  ])('asks as much for any chart that is not shown: one %s', async (_, one) => {
    const { sight, getEntitiesByRefs, permissions } = setUp();
    const ask = (place: string) => sight.mayRead(one, place, dana);
    const counts = () => [
      getEntitiesByRefs.mock.calls.length,
      permissions.authorize.mock.calls.length,
    ];
    expect(await ask('ghcr.io/acme/x')).toBe(false);
    expect(counts()).toEqual([1, 1]);
    await ask('ghcr.io/acme/x');
    expect(counts()).toEqual([1, 2]);
    await ask('ghcr.io/acme/y');
    expect(counts()).toEqual([2, 3]);
  });

  it('lets a restricted token see what is there, and what its restrictions name', async () => {
    const { sight, getEntitiesByRefs } = setUp();
    const ask = (one: ChartRecord, caller: typeof ci | typeof restricted) =>
      sight.mayRead(one, 'ghcr.io/acme/x', caller);
    expect(await ask(chart({}), ci)).toBe(true);
    expect(await ask(chart({ owner: OTHER }), ci)).toBe(false);
    expect(await ask(chart({}), restricted)).toBe(false);
    expect(await sight.scope(restricted)).toEqual({ entityRefs: [] });
    const asked = getEntitiesByRefs.mock.calls.map(
      ([, options]) => options.credentials,
    );
    expect(asked).toEqual([
      ...[ci.credentials, ci.credentials],
      // The catalog would refuse a restricted token that is passed on.
      ...[OWN_CREDENTIALS, OWN_CREDENTIALS],
    ]);
  });

  it('remembers for a minute, for each caller apart', async () => {
    const { sight, getEntitiesByRefs, clock } = setUp();
    const ask = (credentials: BackstageCredentials) =>
      sight.mayRead(chart({}), 'ghcr.io/acme/x', { credentials });
    const other = mockCredentials.user('user:default/other');
    await ask(dana.credentials);
    await ask(dana.credentials);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(1);
    await ask(other);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(2);
    clock.now = 59_999;
    await ask(dana.credentials);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(2);
    clock.now = 60_000;
    await ask(dana.credentials);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(3);
    clock.now = -1;
    await ask(dana.credentials);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(4);
  });

  it('remembers nothing that could not be found out', async () => {
    const { sight, getEntitiesByRefs } = setUp();
    getEntitiesByRefs.mockRejectedValueOnce(new Error('The catalog is away'));
    const ask = () => sight.mayRead(chart({}), 'ghcr.io/acme/x', dana);
    await expect(ask()).rejects.toThrow('away');
    expect(await ask()).toBe(true);
  });

  it('gives operators everything and others what they may read', async () => {
    expect(await setUp({ operator: true }).sight.scope(dana)).toBe('all');
    expect(await setUp().sight.scope(dana)).toEqual({ entityRefs: [OWN] });
    expect(await setUp({ mayRead: [] }).sight.scope(dana)).toEqual({
      entityRefs: [],
    });
  });
});
