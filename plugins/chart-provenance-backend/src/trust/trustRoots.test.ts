import { Knex } from 'knex';
import { createTestDatabases } from '../store/__testUtils__/testDatabases';
import { tufRoot } from './__testUtils__/TrustFixture';
import { TrustWorld } from './__testUtils__/TrustWorld';

jest.setTimeout(60_000);

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const databases = createTestDatabases();

let world: TrustWorld;

beforeEach(async () => {
  world = await TrustWorld.make();
});

afterEach(() => world.mirror.close());

describe.each(databases.eachSupportedId())('trust roots in %p', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
  });

  it('are fetched once for all replicas, and are there after a restart', async () => {
    const [one, two] = [await world.start(knex), await world.start(knex)];
    expect(one.keeper.rootInputs()).toEqual([
      { id: 'acme', type: 'tuf', thresholds: world.root.thresholds },
    ]);
    expect(await one.refresh()).toBe(true);
    expect(await two.refresh()).toBe(false);
    expect(one.told).toEqual([[world.trustedRoot]]);
    expect(two.told).toEqual([]);
    await two.keeper.look();
    expect(two.told).toEqual([[world.trustedRoot]]);
    expect(world.stateOf(two)).toEqual({
      lastSuccessAt: world.clock.iso,
      signedSince: world.clock.iso,
      staleAt: new Date(
        world.clock.now().getTime() + 10 * DAY_MS,
      ).toISOString(),
      stale: false,
      nextTryAt: new Date(world.clock.now().getTime() + DAY_MS).toISOString(),
      problem: null,
    });
    world.mirror.files = new Map();
    const again = await world.start(knex);
    expect(again.keeper.rootInputs()).toEqual([
      {
        ...{ id: 'acme', type: 'tuf', thresholds: world.root.thresholds },
        ...{ trustedRoot: world.trustedRoot, asOf: world.clock.iso },
      },
    ]);
    // Nothing changed since it began: there is nothing to tell.
    expect(again.told).toEqual([]);
  });

  it('are renewed in the background, and told as long as somebody does not take them', async () => {
    const replica = await world.start(knex);
    await replica.refresh();
    world.clock.advance(DAY_MS + MINUTE_MS);
    world.lab.publish(world.newer());
    const refused = jest.fn().mockRejectedValueOnce(new Error('busy'));
    replica.keeper.onChanged(refused);
    await replica.refresh();
    await replica.keeper.look();
    await replica.keeper.look();
    expect(refused.mock.calls).toHaveLength(2);
    expect(replica.told).toContainEqual([world.newer()]);
    expect(world.stateOf(replica)?.signedSince).toBe(world.clock.iso);
  });

  it('stay, with their age, while the repository cannot be reached; and go stale', async () => {
    const replica = await world.start(knex);
    await replica.refresh();
    const since = world.clock.iso;
    world.mirror.answer = (_, request) => {
      request.socket.destroy();
      return true;
    };
    world.clock.advance(DAY_MS + MINUTE_MS);
    await replica.refresh();
    expect(world.stateOf(replica)).toMatchObject({
      ...{ lastSuccessAt: since, signedSince: since, stale: false },
      problem: 'tuf.example cannot be reached.',
    });
    world.clock.advance(9 * DAY_MS);
    const staleAt = new Date(Date.parse(since) + 10 * DAY_MS).toISOString();
    expect(replica.keeper.staleRoots(world.clock.now())).toEqual([
      { id: 'acme', since: staleAt },
    ]);
    expect(replica.keeper.rootInputs()[0].trustedRoot).toEqual(
      world.trustedRoot,
    );
    world.mirror.answer = () => false;
    world.lab.publishTimestamp();
    await replica.refresh();
    expect(replica.keeper.staleRoots(world.clock.now())).toEqual([]);
    expect(world.stateOf(replica)?.problem).toBeNull();
  });

  it('gain nothing from a mirror that says the same for ever: it is age that counts', async () => {
    const replica = await world.start(knex);
    await replica.refresh();
    const since = world.clock.iso;
    for (let day = 0; day < 10; day++) {
      world.clock.advance(DAY_MS + MINUTE_MS);
      expect(await replica.refresh()).toBe(true);
    }
    expect(world.stateOf(replica)).toMatchObject({
      ...{ lastSuccessAt: world.clock.iso, signedSince: since, stale: true },
      problem: null,
    });
  });

  it('are stale once what is signed has ended, whatever else', async () => {
    world.lab.publishTimestamp({ days: { timestamp: 2 } });
    const replica = await world.start(knex);
    await replica.refresh();
    world.clock.advance(2 * DAY_MS - MINUTE_MS);
    expect(world.stateOf(replica)?.stale).toBe(false);
    world.clock.advance(2 * MINUTE_MS);
    expect(world.stateOf(replica)).toMatchObject({ stale: true });
    await replica.refresh();
    expect(world.stateOf(replica)?.problem).toMatch(/counted until/);
  });

  it('do not grow young again when the clock is set back, nor when it was ahead', async () => {
    const replica = await world.start(knex);
    await replica.refresh();
    world.clock.advance(11 * DAY_MS);
    await replica.refresh();
    expect(world.stateOf(replica)?.stale).toBe(true);
    world.clock.advance(-10 * DAY_MS);
    const restarted = await world.start(knex);
    for (const each of [replica, restarted]) {
      await each.keeper.look();
      expect(world.stateOf(each)).toMatchObject({
        stale: true,
        problem: expect.stringMatching(/correct the clock/),
      });
    }
    // What is newer was signed since, and counts by this clock: it is a beginning.
    world.lab.publishTimestamp();
    await replica.store.queue.makeRowDue(
      (
        await knex('work_queue').where('kind', 'trust').first()
      ).key,
    );
    await replica.refresh();
    expect(world.stateOf(replica)).toMatchObject({
      stale: false,
      problem: null,
    });
    // Ahead: nothing counts any more, and what is there stays.
    world.clock.advance(40 * DAY_MS);
    await replica.refresh();
    expect(world.stateOf(replica)).toMatchObject({
      stale: true,
      problem: expect.stringMatching(/counted until/),
    });
  });

  it('are not taken from a time that has not come', async () => {
    world.lab.publishRoot({ timestampPeriod: 7 });
    world.lab.publishTimestamp({ days: { timestamp: 7.5 } });
    const replica = await world.start(knex);
    await replica.refresh();
    expect(world.stateOf(replica)?.problem).toMatch(/correct the clock/);
    expect(replica.keeper.rootInputs()[0].trustedRoot).toBeUndefined();
    world.lab.publishTimestamp({ days: { timestamp: 7 } });
    world.clock.advance(10 * MINUTE_MS);
    await replica.refresh();
    expect(replica.keeper.rootInputs()[0].trustedRoot).toEqual(
      world.trustedRoot,
    );
  });

  it('are not taken when they cannot be used', async () => {
    const replica = await world.start(knex);
    await replica.refresh();
    world.clock.advance(DAY_MS + MINUTE_MS);
    world.lab.publish({
      ...Object(world.trustedRoot),
      certificateAuthorities: [],
    });
    await replica.refresh();
    expect(world.stateOf(replica)?.problem).toMatch(
      /new trusted root is not taken.*no certificate authority/,
    );
    expect(replica.keeper.rootInputs()[0].trustedRoot).toEqual(
      world.trustedRoot,
    );
  });

  it('are never rolled back by the slower of two replicas', async () => {
    const replica = await world.start(knex);
    await replica.refresh();
    const { key } = await knex('work_queue').where('kind', 'trust').first();
    const [{ source, ...basis }] = await replica.store.trust.marks(
      (await knex('trust_metadata').select('source')).map(row => row.source),
    );
    const slow = await replica.store.trust.read(source);
    world.lab.publish(world.newer());
    await replica.store.queue.makeRowDue(key);
    await replica.refresh();
    await replica.store.queue.makeRowDue(key);
    const lease = await replica.lease();
    const written = await replica.store.trust.recordRefresh(
      source,
      {
        metadata: slow!.metadata!,
        trustedRoot: slow!.trustedRoot!,
        ...{ rootVersion: 1, timestampVersion: 1 },
      },
      basis,
      lease!,
      { dueAt: world.clock.iso, problem: null },
    );
    expect(written).toBe(false);
    expect(await replica.store.trust.read(source)).toMatchObject({
      timestampVersion: 2,
      trustedRoot: JSON.stringify(world.newer()),
    });
  });

  it('count from when the root that is shipped was first seen here, while it was never refreshed', async () => {
    const roots = [
      tufRoot({ id: 'public', source: { type: 'publicGood' } }),
      tufRoot({
        ...{ id: 'still', source: { type: 'publicGood' } },
        refresh: null,
      }),
    ];
    // Another clock than the package's own, which says when it was signed.
    world.clock.advance(30 * DAY_MS);
    const replica = await world.start(knex, roots);
    world.clock.advance(9 * DAY_MS);
    expect(world.stateOf(replica, 'public')).toMatchObject({
      ...{ lastSuccessAt: null, signedSince: null, stale: false },
    });
    world.clock.advance(2 * DAY_MS);
    expect(
      replica.keeper.staleRoots(world.clock.now()).map(stale => stale.id),
    ).toEqual(['public']);
    expect(world.stateOf(replica, 'still')).toBeUndefined();
    // It is used all the same; what is stale is not called verified.
    expect(replica.keeper.rootInputs()).toHaveLength(2);
  });

  it('are left alone once they are configured no more, and are there when they come back', async () => {
    const replica = await world.start(knex);
    await replica.refresh();
    await replica.store.trust.configure([]);
    expect(await knex('work_queue').where('kind', 'trust')).toEqual([]);
    const again = await world.start(knex);
    expect(again.keeper.rootInputs()[0].trustedRoot).toEqual(world.trustedRoot);
    expect(await again.refresh()).toBe(true);
  });

  it('look at the table now and then on their own', async () => {
    const replica = await world.start(knex);
    const other = await world.start(knex, [world.root], { lookMs: 20 });
    const told = new Promise(resolve => {
      other.keeper.onChanged(async roots => resolve(roots[0].trustedRoot));
    });
    other.keeper.start();
    await replica.refresh();
    expect(await told).toEqual(world.trustedRoot);
    await other.keeper.stop();
  });
});
