import { Knex } from 'knex';
import { createTestDatabases } from '../store/__testUtils__/testDatabases';
import { TufLab } from './__testUtils__/TufLab';
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

describe.each(databases.eachSupportedId())(
  'a row in %p that somebody else wrote',
  id => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await databases.init(id);
    });

    const evil = () => {
      const strangers = new TufLab({
        ...Object(world.trustedRoot),
        ctlogs: [],
      });
      strangers.publishRoot();
      strangers.publish();
      return strangers;
    };
    const base64 = (bytes: Buffer | string | undefined) =>
      Buffer.from(bytes ?? '').toString('base64');
    const rows: [string, () => Record<string, unknown>][] = [
      [
        'another trusted root',
        () => ({ trusted_root: JSON.stringify(world.newer()) }),
      ],
      [
        'metadata of strangers, from their root on',
        () => {
          const strangers = evil();
          return {
            trusted_root: JSON.stringify(strangers.trustedRoot),
            timestamp_version: 2,
            metadata: JSON.stringify({
              roots: [base64(strangers.root)],
              timestamp: base64(strangers.files.get('timestamp.json')),
              snapshot: base64(strangers.files.get('2.snapshot.json')),
              targets: base64(strangers.files.get('2.targets.json')),
            }),
          };
        },
      ],
      ['metadata of another shape', () => ({ metadata: '{"roots":7}' })],
      ['no JSON', () => ({ metadata: 'x', trusted_root: 'x' })],
    ];

    it.each(rows)('%s: is not taken, and written over', async (_, columns) => {
      const replica = await world.start(knex);
      await replica.refresh();
      await knex('trust_metadata').update({
        ...columns(),
        material_hash: 'f'.repeat(64),
      });
      await replica.keeper.look();
      expect(replica.keeper.rootInputs()[0].trustedRoot).toEqual(
        world.trustedRoot,
      );
      expect(replica.warnings.join()).toMatch(/is not taken/);
      const restarted = await world.start(knex);
      expect(restarted.keeper.rootInputs()[0].trustedRoot).toBeUndefined();
      world.lab.publishTimestamp();
      world.clock.advance(DAY_MS + MINUTE_MS);
      await restarted.refresh();
      expect(restarted.keeper.rootInputs()[0].trustedRoot).toEqual(
        world.trustedRoot,
      );
    });

    it('of a version that never was: nothing older is taken in its place', async () => {
      const replica = await world.start(knex);
      await replica.refresh();
      await knex('trust_metadata').update({
        metadata: 'x',
        timestamp_version: 1_000,
      });
      world.clock.advance(DAY_MS + MINUTE_MS);
      await replica.refresh();
      expect(world.stateOf(replica)?.problem).toMatch(/older than/);
      expect(replica.keeper.rootInputs()[0].trustedRoot).toEqual(
        world.trustedRoot,
      );
    });

    it('with older metadata that is genuine: what is in force stays', async () => {
      const replica = await world.start(knex);
      await replica.refresh();
      const old = await knex('trust_metadata').first();
      world.lab.publish(world.newer());
      world.clock.advance(DAY_MS + MINUTE_MS);
      await replica.refresh();
      await knex('trust_metadata').update(old);
      await replica.keeper.look();
      expect(replica.keeper.rootInputs()[0].trustedRoot).toEqual(world.newer());
    });

    it('with newer bytes that are not taken: what stays in force does not look newer', async () => {
      const replica = await world.start(knex);
      await replica.refresh();
      const { signedSince, staleAt } = world.stateOf(replica) ?? {};
      world.clock.advance(8 * DAY_MS);
      await knex('trust_metadata').update({
        ...{ metadata: 'x', timestamp_version: 1_000 },
        ...{ signed_since: world.clock.iso, clock_seen_at: world.clock.iso },
      });
      await replica.keeper.look();
      await replica.keeper.look();
      expect(replica.keeper.rootInputs()[0].asOf).toBe(signedSince);
      world.clock.advance(3 * DAY_MS);
      expect(world.stateOf(replica)).toMatchObject({
        ...{ signedSince, staleAt, stale: true },
      });
    });

    it('with times that cannot be read: it is stale', async () => {
      const replica = await world.start(knex);
      await replica.refresh();
      await knex('trust_metadata').update({ signed_since: 'yesterday' });
      await replica.keeper.look();
      expect(world.stateOf(replica)).toMatchObject({
        stale: true,
        staleAt: null,
      });
    });
  },
);
