import { Knex } from 'knex';
import { LEGACY } from './__testUtils__/consumerFixtures';
import { entryOf, indexOf, readLegacy } from './__testUtils__/legacyFixtures';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import { PAYMENTS, replaceInventory } from './__testUtils__/walkFixtures';
import { DatabaseChartStore } from './DatabaseChartStore';
import { LegacyReading } from './LegacyStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const { url } = LEGACY;

describe.each(databases.eachSupportedId())('a legacy repository on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
    await store.legacy.configure([url]);
    await store.legacy.replaceLocations([
      { chartId, ...LEGACY, knownBy: 'rule' },
    ]);
  });

  const read = (reading: LegacyReading) => readLegacy(store, reading);
  it('of 15,000 entries are written in a few seconds, and compared without writing', async () => {
    const entries = Array.from({ length: 15_000 }, (_, i) =>
      entryOf(`1.${i % 15}.${Math.floor(i / 15)}`, { name: `c${i % 300}` }),
    );
    const time = async (reading: LegacyReading) => {
      const started = performance.now();
      await read(reading);
      return performance.now() - started;
    };
    expect(await time(indexOf(entries))).toBeLessThan(20_000);
    const writes: string[] = [];
    knex.on('query', ({ sql }) => {
      if (/legacy_versions/.test(sql) && !/^select/i.test(sql)) {
        writes.push(sql);
      }
    });
    expect(await time(indexOf(entries))).toBeLessThan(5_000);
    expect(writes).toEqual([]);
    knex.removeAllListeners('query');
    expect((await store.legacy.repositories())[0].charts).toBe(300);
    expect(await store.legacy.names(url)).toHaveLength(300);
    expect(await time(indexOf([]))).toBeLessThan(20_000);
    expect(await store.legacy.names(url)).toEqual([]);
  });
});
