import { Distrust } from 'backstage-plugin-chart-provenance-common';
import { announceDistrust } from '../announceDistrust';
import { AuthorizedDistrustService } from '../service/AuthorizedDistrustService';
import { DefaultDistrustService } from '../service/DefaultDistrustService';
import { Gatekeeper } from '../service/Gatekeeper';
import { consumerRow } from '../__testUtils__/attackedMigration';
import { createTestDatabases } from '../store/__testUtils__/testDatabases';
import {
  replaceInventory,
  walkedVersion,
} from '../store/__testUtils__/walkFixtures';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  CHART,
  IndexingFixture,
  MINUTE,
  TestVerifier,
} from './__testUtils__/IndexingFixture';
import { rejudgeAll } from './rejudgeAll';

jest.setTimeout(30_000);

const databases = createTestDatabases();
const first = walkedVersion('1.0.0').digest;
const LEAKED: Distrust = { id: 'leak', reason: 'it leaked', key: 'release' };
const BAD_BUILD: Distrust = {
  id: 'bad-build',
  reason: 'built on a broken machine',
  digest: walkedVersion('1.2.0').digest,
};

describe.each(databases.eachSupportedId())('the distrust list on %s', id => {
  let fixture: IndexingFixture;

  beforeEach(async () => {
    fixture = await IndexingFixture.create(await databases.init(id));
    await fixture.startProcess().runOnce();
  });

  const reportWith = async (distrust: Distrust[]) => {
    const consumersOf = jest.fn(async () => [
      consumerRow({
        id: 'runs-it',
        runs: {
          version: '1.0.0',
          digest: first,
          since: null,
          verdict: null,
          note: null,
        },
      }),
      consumerRow({
        id: 'runs-the-next',
        wants: { version: '1.1.0', digest: null },
        runs: {
          version: '1.1.0',
          digest: walkedVersion('1.1.0').digest,
          since: null,
          verdict: null,
          note: null,
        },
      }),
      consumerRow({
        id: 'wants-it',
        wants: { version: '1.0.0', digest: null },
      }),
      consumerRow({
        id: 'from-the-old-place',
        from: 'legacy',
        wants: { version: '1.0.0', digest: null },
      }),
    ]);
    const service = new DefaultDistrustService({
      distrust,
      store: fixture.store.distrust,
      consumers: { consumersOf },
    });
    return { report: await service.report(), consumersOf };
  };

  it('reaches versions of the whole fleet without a request, with those who run them', async () => {
    const distrust = [LEAKED, BAD_BUILD];
    const judge = fixture.judgeWith({ distrust });
    const walks = fixture.walks;
    const verifier = new TestVerifier();
    await rejudgeAll({ store: fixture.store, verifier, judge: () => judge });
    expect([fixture.walks, verifier.calls]).toEqual([walks, 0]);

    const { report, consumersOf } = await reportWith(distrust);
    expect(report.entries).toEqual([
      {
        id: 'leak',
        reason: 'it leaked',
        what: ['key release'],
        from: null,
        until: null,
        total: 1,
        consumers: 2,
        versions: [
          {
            chartId: CHART.chartId,
            reference: `oci://${CHART.registry}/${CHART.repository}`,
            owner: CHART.owner,
            digest: first,
            version: '1.0.0',
            status: 'rejected',
            moreConsumers: 0,
            consumers: [
              expect.objectContaining({ consumerId: 'runs-it' }),
              expect.objectContaining({ consumerId: 'wants-it' }),
            ],
          },
        ],
      },
      expect.objectContaining({
        id: 'bad-build',
        total: 1,
        consumers: 0,
        versions: [expect.objectContaining({ version: '1.2.0' })],
      }),
    ]);
    expect(consumersOf).toHaveBeenCalledTimes(1);

    const forgiving = fixture.judgeWith();
    await rejudgeAll({
      store: fixture.store,
      verifier,
      judge: () => forgiving,
    });
    expect((await reportWith([LEAKED])).report.entries[0].total).toBe(0);
    expect((await fixture.verdicts())['1.0.0'][0]).toBe('verified');
  });

  it('says how many charts were not judged by it yet, and tells of none that nobody claims', async () => {
    const judge = fixture.judgeWith({ distrust: [LEAKED] });
    const store = await fixture.openAgain(() => judge.inputsHash);
    expect(await store.distrust.pending()).toBe(1);
    await rejudgeAll({
      store,
      verifier: new TestVerifier(),
      judge: () => judge,
    });
    expect(await store.distrust.pending()).toBe(0);
    expect((await store.distrust.reachedBy('leak', 10)).total).toBe(1);
    await replaceInventory(store, []);
    expect(await store.distrust.reachedBy('leak', 10)).toEqual({
      versions: [],
      total: 0,
    });
  });

  it('takes a verdict away that was decided before it, until it is judged anew', async () => {
    const judge = fixture.judgeWith({ distrust: [LEAKED] });
    const store = await fixture.openAgain(() => judge.inputsHash);
    const page = await store.versions(CHART.chartId, {});
    expect(page?.counts).toMatchObject({ verified: 0 });
    const reached = await store.distrust.reachedBy('leak', 10);
    expect([reached.total, await store.distrust.pending()]).toEqual([0, 1]);
  });

  it('is told to the audit log once by all processes, entry by entry', async () => {
    const auditor = mockServices.auditor.mock({
      createEvent: async () => ({ success: jest.fn(), fail: jest.fn() }),
    });
    const told = async (distrust: Distrust[]) => {
      auditor.createEvent.mockClear();
      const store = fixture.store.distrust;
      await Promise.all([
        announceDistrust({ distrust, store, auditor }),
        announceDistrust({ distrust, store, auditor }),
      ]);
      return auditor.createEvent.mock.calls
        .map(([{ meta }]) => `${meta?.change} ${meta?.id}`)
        .sort();
    };
    expect(await told([LEAKED])).toEqual(['added leak']);
    expect(await told([LEAKED])).toEqual([]);
    fixture.clock.advance(MINUTE);
    expect(
      await told([{ ...LEAKED, until: '2026-01-01T00:00:00.000Z' }, BAD_BUILD]),
    ).toEqual(['added bad-build', 'changed leak']);
    expect(await told([BAD_BUILD])).toEqual(['removed leak']);
  });

  it('is told to the audit log at the next start when it could not be told before', async () => {
    const createEvent = jest
      .fn()
      .mockRejectedValueOnce(new Error('the audit log is down'))
      .mockResolvedValue({ success: jest.fn(), fail: jest.fn() });
    const auditor = mockServices.auditor.mock({ createEvent });
    const announce = () =>
      announceDistrust({
        distrust: [LEAKED],
        store: fixture.store.distrust,
        auditor,
      });
    await expect(announce()).rejects.toThrow('the audit log is down');
    await announce();
    await announce();
    expect(createEvent).toHaveBeenCalledTimes(2);
    expect(createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        meta: expect.objectContaining({ change: 'added', id: 'leak' }),
      }),
    );
  });
});

describe('who may read the distrust list', () => {
  const visible = new Set(['component:default/seen']);
  const gate = new Gatekeeper({
    catalog: {
      getEntityByRef: async () => undefined,
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: entityRefs.map(ref =>
          visible.has(ref)
            ? { apiVersion: 'v1', kind: 'Component', metadata: { name: 'x' } }
            : undefined,
        ),
      }),
    },
    permissions: mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    }),
  });

  it('counts what even an operator may not see in the catalog, and names it nowhere', async () => {
    const user = (consumerId: string, entityRef: string | null) => ({
      consumerId,
      title: consumerId,
      entityRef,
      environment: null,
      cluster: null,
    });
    const service = new AuthorizedDistrustService({
      gate,
      inner: {
        report: async () => ({
          pending: 0,
          entries: [
            {
              id: 'leak',
              reason: 'it leaked',
              what: [],
              from: null,
              until: null,
              total: 1,
              consumers: 3,
              versions: [
                {
                  chartId: CHART.chartId,
                  reference: 'oci://ghcr.io/acme/charts/payments',
                  owner: 'component:default/secret',
                  digest: first,
                  version: '1.0.0',
                  status: 'rejected',
                  moreConsumers: 0,
                  consumers: [
                    user('one', 'component:default/seen'),
                    user('two', 'component:default/secret'),
                    user('three', null),
                  ],
                },
              ],
            },
          ],
        }),
      },
    });
    const answer = await service.report({
      credentials: mockCredentials.user(),
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(answer.entries[0].versions[0]).toMatchObject({
      owner: null,
      moreConsumers: 1,
      consumers: [{ consumerId: 'one' }, { consumerId: 'three' }],
    });
  });
});
