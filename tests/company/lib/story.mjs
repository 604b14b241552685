// The example company moves: from a chart repository to a registry and back and forth, as far as the product's phases go.
import assert from 'node:assert/strict';
import { apply } from '../../../packages/interop/src/services/kubernetes/resources.ts';
import { Charts } from './charts.mjs';
import { follow } from './commands.mjs';
import { consumersOf } from './consumers.mjs';
import { alarmCodes, Migration, statusOf } from './migration.mjs';

const OLD = { version: '1.0.0', at: '2026-06-01T08:00:00Z' };
const NEW = { version: '1.1.0', at: '2026-09-01T08:00:00Z' };
const TODAY = new Date().toISOString().slice(0, 10);

/** What every chapter has at hand. */
export function sceneOf(estate) {
  const migration = new Migration(estate.api);
  return {
    estate,
    migration,
    charts: new Charts(estate),
    consumers: consumersOf(estate),
    /** What was packaged, the older version first. */
    archives: [],
    /** What was pushed of the newest version. */
    pushed: { version: NEW.version },
    /** As Argo CD and Flux would hold it after a synchronisation. */
    deploy: async objects => {
      for (const object of objects) await apply(estate.cluster.admin, object);
    },
    /** Waits until so many of the three consumers are seen to take the chart from the chart repository. */
    fromLegacy: count =>
      migration.lists(
        ({ summary }) => summary.legacy === count && summary.total === 3,
      ),
  };
}

/** Chapters in order, each with its title; what happens in one the next stands on. */
export const CHAPTERS = [
  [
    'everybody takes the chart from the chart repository: not started',
    everybodyAtLegacy,
  ],
  [
    'the same archives are pushed: dual publishing, with the same bytes',
    archivesArePushed,
  ],
  ['the first consumer moves, and nothing else changes', firstConsumerMoves],
  [
    'the chart repository is turned off too early, and that is shouted',
    legacyGoesTooEarly,
  ],
  ['the last consumers move one by one: cut over by itself', lastConsumersMove],
  ['a consumer rolls back by the command that the product gives', oneRollsBack],
  [
    'it comes again, and the deprecation is planned: deprecation window',
    deprecationIsPlanned,
  ],
  [
    'nobody needs the chart repository any more, and it goes: retired',
    legacyGoes,
  ],
  [
    'the way back from there: the same archive from the registry, byte for byte',
    theWayBack,
  ],
];

/** That phase without any alarm, and checks by id with their results. */
const isAt =
  (phase, checks = {}) =>
  state => {
    assert.equal(state.phase, phase);
    assert.deepEqual(alarmCodes(state), []);
    for (const [id, status] of Object.entries(checks)) {
      assert.equal(statusOf(state, id), status, `the check ${id}`);
    }
  };

async function everybodyAtLegacy({
  archives,
  charts,
  consumers,
  deploy,
  fromLegacy,
  migration,
}) {
  archives.push(await charts.package(OLD.version, OLD.at));
  archives.push(await charts.package(NEW.version, NEW.at));
  await charts.publish(...archives);
  for (const { fromLegacy: objects } of Object.values(consumers)) {
    await deploy(objects(NEW.version));
  }
  await migration.discovered();
  await fromLegacy(3);
  await migration.says(
    isAt('notStarted', { 'in-oci': 'fail', 'off-legacy': 'fail' }),
  );
}

async function archivesArePushed({ archives, charts, migration, pushed }) {
  await charts.push(archives[0]);
  pushed.digest = await charts.push(archives[1]);
  const passed = { 'in-oci': 'pass', parity: 'pass', 'off-legacy': 'fail' };
  const { parity } = await migration.says(isAt('dualPublishing', passed));
  assert.equal(parity.counts.same, 2);
  assert.equal(parity.counts.differs, 0);
}

async function firstConsumerMoves({
  consumers,
  deploy,
  fromLegacy,
  migration,
  pushed,
}) {
  await deploy(consumers.checkout.fromRegistry(pushed));
  const { items } = await fromLegacy(2);
  const moved = items.find(({ name }) => name === 'checkout');
  assert.equal(moved.pin, 'digest');
  assert.equal(moved.runs.digest, pushed.digest);
  await migration.says(isAt('dualPublishing', { 'off-legacy': 'fail' }));
}

async function legacyGoesTooEarly({ charts, migration }) {
  charts.takeAway();
  const state = await migration.says(it =>
    alarmCodes(it).includes('legacy-gone-too-early'),
  );
  assert.equal(alarmCodes(state)[0], 'legacy-gone-too-early');
  assert.notEqual(state.phase, 'retired');
  assert.match(state.alarms[0].message, /2 of 3 consumers|two of three/i);
  assert.match(await migration.markdown(), /no index|gone/i);
  charts.putBack();
  await migration.says(isAt('dualPublishing'));
}

async function lastConsumersMove({
  consumers,
  deploy,
  fromLegacy,
  migration,
  pushed,
}) {
  await deploy(consumers.loyalty.fromRegistry(pushed));
  await fromLegacy(1);
  await migration.says(isAt('dualPublishing'));
  await deploy(consumers.billing.fromRegistry(pushed));
  await fromLegacy(0);
  await migration.says(it => {
    isAt('cutOver', { 'off-legacy': 'pass' })(it);
    const step = it.steps.find(({ phase }) => phase === 'cutOver');
    assert.equal(step.state, 'present');
    assert.ok(step.reachedAt, 'when it was reached is not recorded');
  });
}

async function oneRollsBack({ estate, fromLegacy, migration }) {
  const { rollback } = await migration.says(isAt('cutOver'));
  const argo = rollback.commands.find(({ title }) => /Argo/.test(title));
  assert.ok(argo, 'there is no command for Argo CD');
  const printed = await follow(estate, argo, { APPLICATION: 'checkout' });
  assert.match(printed, /patched/);
  const { spec } = await estate.cluster.admin.get(
    '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/checkout',
  );
  assert.deepEqual(spec.source, {
    repoURL: estate.legacy.url,
    chart: 'payments',
    targetRevision: NEW.version,
  });
  await fromLegacy(1);
  await migration.says(it => {
    assert.equal(it.phase, 'dualPublishing');
    assert.ok(alarmCodes(it).includes('consumers-moved-back'));
  });
}

async function deprecationIsPlanned({
  consumers,
  deploy,
  fromLegacy,
  migration,
  pushed,
}) {
  await deploy(consumers.checkout.fromRegistry(pushed));
  await fromLegacy(0);
  await migration.says(isAt('cutOver'));
  await migration.plan({ cutOverOn: TODAY, deprecatedOn: TODAY });
  const { plan } = await migration.says(isAt('deprecationWindow'));
  assert.equal(plan.by, 'user:default/dana');
}

async function legacyGoes({ charts, migration }) {
  charts.takeAway();
  await migration.says(isAt('retired'));
  assert.match(await migration.markdown(), /retired/i);
}

async function theWayBack({ charts, estate, migration, pushed }) {
  const { rollback } = await migration.says(isAt('retired'));
  const pull = rollback.commands.find(
    ({ command }) =>
      command.startsWith('helm pull') && command.includes(pushed.digest),
  );
  assert.ok(pull, 'there is no command that pulls the newest version');
  const printed = await follow(estate, pull);
  const wanted = /has to say ([0-9a-f]{64})/.exec(pull.title)[1];
  assert.ok(printed.trim().split('\n').at(-1).startsWith(wanted));
  assert.deepEqual(charts.archives(), [`payments-${NEW.version}.tgz`]);
  const index = rollback.commands.find(({ command }) =>
    command.startsWith('helm repo index'),
  );
  await follow(estate, index);
  const state = await migration.says(
    it => it.parity?.counts.same === 1 && it.phase !== 'retired',
  );
  assert.ok(alarmCodes(state).length > 0, 'nobody is told of it');
}
