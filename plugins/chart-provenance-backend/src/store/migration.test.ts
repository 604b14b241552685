import { MigrationPlan } from 'backstage-plugin-chart-provenance-common';
import { Knex } from 'knex';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import { PAYMENTS, replaceInventory } from './__testUtils__/walkFixtures';
import { DatabaseChartStore } from './DatabaseChartStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId, registry } = PAYMENTS;
const HOUR = 60 * 60_000;

const PLAN: MigrationPlan = {
  cutOverOn: '2027-01-01',
  deprecatedOn: null,
  retireOn: null,
  supportedSince: null,
  note: 'a\u0000b',
};

describe.each(databases.eachSupportedId())('migration on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
  });

  const writer = (name = 'ada') => ({
    by: `user:default/${name}`,
    at: clock.iso,
  });

  it('keeps everything that people said, also of a chart that nobody claims for a while', async () => {
    const { migration } = store;
    const signOff = (result: 'done' | 'open', note = '') => ({
      result,
      note,
      expiresOn: null,
    });
    await migration.addSignOff(
      { chartId },
      'docs',
      signOff('done', 'x\u0000'),
      writer(),
    );
    clock.advance(1);
    await migration.addSignOff(
      { registry },
      'backups',
      signOff('done'),
      writer('bob'),
    );
    await migration.addSignOff(
      { chartId: 'other' },
      'docs',
      signOff('done'),
      writer(),
    );
    await migration.addSignOff(
      { registry: 'quay.io' },
      'docs',
      signOff('done'),
      writer(),
    );
    await migration.addSignOff(
      { chartId },
      'docs',
      signOff('open'),
      writer('bob'),
    );
    await migration.addPlan(chartId, { ...PLAN, note: '' }, writer('bob'));
    await migration.addPlan(chartId, PLAN, writer());
    await migration.recordPhase(chartId, null, 'dualPublishing', clock.iso);
    const reachedAt = clock.iso;
    clock.advance(HOUR);
    await migration.recordPhase(chartId, null, 'dualPublishing', clock.iso);
    await replaceInventory(store, []);
    await replaceInventory(store, [PAYMENTS]);
    expect(
      (await migration.signOffs(chartId, registry)).map(row => [
        row.checkId,
        row.result,
        row.note,
        row.by,
      ]),
    ).toEqual([
      ['docs', 'open', '', 'user:default/bob'],
      ['backups', 'done', '', 'user:default/bob'],
      ['docs', 'done', 'x\ufffd', 'user:default/ada'],
    ]);
    expect(await migration.plan(chartId)).toEqual({
      ...PLAN,
      note: 'a\ufffdb',
      by: 'user:default/ada',
      at: reachedAt,
    });
    expect(await migration.plan('other')).toBeNull();
    expect(await migration.reached(chartId, null)).toEqual({
      dualPublishing: reachedAt,
    });
    expect(await migration.reached('other', null)).toEqual({});
    expect(await knex('plans').select()).toHaveLength(2);
    expect(await knex('sign_offs').select()).toHaveLength(5);
  });

  it('counts what an owner said for that owner alone', async () => {
    const { migration } = store;
    const done = { result: 'done' as const, note: '', expiresOn: null };
    const said = async () => ({
      signOffs: (await migration.signOffs(chartId, registry)).map(
        ({ checkId, scope }) => `${scope} ${checkId}`,
      ),
      planned: (await migration.plan(chartId)) !== null,
    });
    await migration.addSignOff({ chartId }, 'told', done, writer());
    await migration.addSignOff({ registry }, 'backups', done, writer());
    await migration.addPlan(chartId, PLAN, writer());
    const own = { signOffs: ['registry backups', 'chart told'], planned: true };
    const none = { signOffs: ['registry backups'], planned: false };
    expect(await said()).toEqual(own);
    const others = [
      { ...PAYMENTS, owner: 'component:default/others' },
      { ...PAYMENTS, owner: null, conflict: ['a', 'b'] },
    ];
    for (const other of others) {
      await replaceInventory(store, [other]);
      expect(await said()).toEqual(none);
    }
    await migration.addSignOff({ chartId }, 'told', done, writer('eve'));
    await replaceInventory(store, []);
    await migration.addPlan(chartId, PLAN, writer('eve'));
    expect(await said()).toEqual(none);
    await replaceInventory(store, [PAYMENTS]);
    expect(await said()).toEqual(own);
    expect(await knex('sign_offs').select()).toHaveLength(3);
  });
});
