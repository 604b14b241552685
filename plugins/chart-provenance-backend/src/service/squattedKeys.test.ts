import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { component } from '../inventory/__testUtils__/words';
import { decideOwnerKeys } from '../inventory/ownerKeys';
import { readEntityWord } from '../inventory/readEntityWord';
import { consumerOf } from '../store/__testUtils__/consumerFixtures';
import {
  onlyRow,
  openWithPayments,
} from '../store/__testUtils__/runningFixtures';
import {
  createTestDatabases,
  TestClock,
} from '../store/__testUtils__/testDatabases';
import { Gatekeeper } from './Gatekeeper';
import { visibleConsumers } from './hideConsumers';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const SQUATTER = 'component:default/squatter';

/** Sees nothing in the catalog but his own entity. */
const squatter = new Gatekeeper({
  catalog: {
    getEntityByRef: async () => undefined,
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref =>
        ref === SQUATTER ? component('squatter') : undefined,
      ),
    }),
  },
  permissions: {
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
  },
});

it.each([
  ['does not see it before', false],
  ['does not see it by writing its key on an entity of his own', true],
])('who may not see the entity of a consumer %s', async (_name, squats) => {
  const knex = await databases.init('SQLITE_3');
  const store = await openWithPayments(knex, new TestClock());
  const key = { 'backstage.io/kubernetes-id': 'secret' };
  const entities = [
    component('secret', key),
    component('squatter', squats ? key : {}),
  ];
  // The second key is the squatter's too: it must not lead to him instead.
  await store.discovery.replaceOwnerKeys([
    ...decideOwnerKeys(entities.map(readEntityWord)),
    { key: 'argocd-app:secret', entityRef: SQUATTER },
  ]);
  const row = await onlyRow(
    store,
    consumerOf(
      {},
      { ownerKeys: ['kubernetes-id:secret', 'argocd-app:secret'] },
    ),
  );
  const caller = { credentials: mockCredentials.user() };
  expect(await visibleConsumers([row], squatter, caller)).toEqual([]);
  expect(await store.consumers.consumersBy(SQUATTER)).toEqual([]);
});
