import { mockServices } from '@backstage/backend-test-utils';
import { chartKey, Lease, WorkQueue } from '../store';
import { DatabaseChartStore } from '../store/DatabaseChartStore';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from '../store/__testUtils__/testDatabases';
import {
  PAYMENTS,
  replaceInventory,
} from '../store/__testUtils__/walkFixtures';
import { WorkHandler, WorkPump, WorkPumpOptions } from './WorkPump';

jest.setTimeout(20_000);

const databases = createTestDatabases();
const MINUTE = 60_000;
const schedule = { intervalMs: 10 * MINUTE };

describe.each(databases.eachSupportedId())('the work queue on %s', id => {
  let clock: TestClock;
  let store: DatabaseChartStore;
  let queue: WorkQueue;

  beforeEach(async () => {
    clock = new TestClock();
    store = await openStore(await databases.init(id), clock);
    queue = store.queue;
  });

  const add = (rows: Record<string, string[]>) =>
    queue.ensure(
      Object.entries(rows).flatMap(([host, keys]) =>
        keys.map(key => ({ key: chartKey(key), kind: 'chart' as const, host })),
      ),
    );

  const take = (limit = 100, capacity = (_host: string) => 100) =>
    queue.lease({ limit, capacity });

  const keysOf = (leases: Lease[]) => leases.map(({ key }) => key).sort();

  const pump = (handler: WorkHandler, options: Partial<WorkPumpOptions> = {}) =>
    new WorkPump({
      queue,
      handlers: { chart: handler, discovery: handler },
      logger: mockServices.logger.mock(),
      schedule,
      concurrency: 100,
      hostConcurrency: 100,
      now: clock.now,
      ...options,
    });

  it('leases a row once, until its lease ends', async () => {
    await add({ a: ['1', '2'] });
    const [first] = await take(1);
    expect(keysOf(await take())).toEqual(['chart:2']);
    expect(await take()).toEqual([]);
    clock.advance(MINUTE);
    const taken = await take();
    expect(keysOf(taken)).toEqual(['chart:1', 'chart:2']);
    expect(await queue.renew(first)).toBe(false);
    await expect(
      queue.release(first, { dueAt: clock.iso, problem: null }),
    ).rejects.toMatchObject({ code: 'lease-lost' });
    const again = taken.find(({ key }) => key === first.key) ?? first;
    clock.advance(MINUTE / 2);
    expect(await queue.renew(again)).toBe(true);
    clock.advance(MINUTE / 2);
    expect(keysOf(await take())).toEqual(['chart:2']);
  });

  it('leaves a silent host alone, and only that one', async () => {
    await add({ a: ['1'], b: ['2'] });
    const until = new Date(clock.now().getTime() + MINUTE).toISOString();
    await queue.backOff('a', until, 'No answer.');
    await queue.backOff('a', clock.iso, 'Still none.');
    expect(await queue.hostFailures('a')).toBe(2);
    expect(keysOf(await take())).toEqual(['chart:2']);
    clock.advance(MINUTE);
    expect(keysOf(await take())).toContain('chart:1');
    await queue.hostAnswered('a');
    expect(await queue.hostFailures('a')).toBe(0);
  });

  it('gives no host more than its share', async () => {
    await add({ a: ['1', '2', '3', '4'], b: ['5'] });
    const leases = await take(3, () => 2);
    expect(leases.map(({ host }) => host).sort()).toEqual(['a', 'a', 'b']);
    expect(await take(100, () => 0)).toEqual([]);
  });

  it('lets a host with nothing under way go before one that has waited longer', async () => {
    await add({ slow: ['1', '2', '3', '4'] });
    const under = { slow: 3, fast: 0 };
    clock.advance(1000);
    await add({ fast: ['5'] });
    const capacity = (host: string) =>
      4 - (host === 'slow' ? under.slow : under.fast);
    expect(keysOf(await take(1, capacity))).toEqual(['chart:5']);
  });

  it('leaves work alone that it does not know, and does it once it does', async () => {
    await add({ a: ['1'] });
    await queue.ensure([
      { key: 'legacy:x', kind: 'legacy', host: 'legacy:charts.acme.dev' },
      { key: 'listing:x', kind: 'listing', host: 'a' },
    ]);
    const done: string[] = [];
    const handler: WorkHandler = {
      async handle(lease) {
        done.push(lease.key);
        const dueAt = new Date(clock.now().getTime() + MINUTE).toISOString();
        await queue.release(lease, { dueAt, problem: null });
      },
    };
    const pumpFor = (handlers: WorkPumpOptions['handlers']) =>
      pump(handler, { handlers });
    expect(await pumpFor({}).runOnce()).toBe(0);
    expect(await pumpFor({ chart: handler }).runOnce()).toBe(1);
    expect(done).toEqual(['chart:1']);
    expect((await store.status()).queue).toMatchObject({ due: 2, leased: 0 });
    const { legacy, listing } = { legacy: handler, listing: handler };
    expect(await pumpFor({ legacy, listing }).runOnce()).toBe(2);
    expect(done.sort()).toEqual(['chart:1', 'legacy:x', 'listing:x']);
    expect(await take()).toEqual([]);
  });

  it('works again on what was asked for meanwhile', async () => {
    await replaceInventory(store, [PAYMENTS]);
    const [lease] = (await take()).filter(({ kind }) => kind === 'chart');
    expect(await queue.makeDue(PAYMENTS.chartId)).toBe(true);
    expect(await queue.makeDue('nobody')).toBe(false);
    const later = new Date(clock.now().getTime() + 60 * MINUTE).toISOString();
    await queue.release(lease, { dueAt: later, problem: null });
    const [again] = await take();
    expect(again.key).toBe(lease.key);
    await queue.release(again, { dueAt: later, problem: null });
    expect(await take()).toEqual([]);
  });

  it('counts failures in a row, and keeps when they began', async () => {
    await add({ a: ['1'] });
    const problem = {
      code: 'registry-denied' as const,
      message: 'No.',
      side: 'registry' as const,
    };
    const since = clock.iso;
    for (const attempts of [0, 1, 2]) {
      const [lease] = await take();
      expect(lease).toMatchObject({
        attempts,
        failingSince: attempts === 0 ? null : since,
      });
      await queue.release(lease, { dueAt: clock.iso, problem });
      clock.advance(1000);
    }
    const [lease] = await take();
    await queue.release(lease, { dueAt: clock.iso, problem: null });
    expect((await take())[0]).toMatchObject({
      attempts: 0,
      failingSince: null,
    });
  });

  it('two pumps never work on one row at once, and do every row once', async () => {
    const keys = Array.from({ length: 200 }, (_, i) => String(i));
    await add({ a: keys.slice(0, 100), b: keys.slice(100) });
    const running = new Set<string>();
    const done: string[] = [];
    const handler: WorkHandler = {
      async handle(lease) {
        expect(running.has(lease.key)).toBe(false);
        running.add(lease.key);
        await new Promise(resolve => setImmediate(resolve));
        running.delete(lease.key);
        done.push(lease.key);
        const dueAt = new Date(clock.now().getTime() + MINUTE).toISOString();
        await queue.release(lease, { dueAt, problem: null });
      },
    };
    const pumps = [1, 2].map(() => pump(handler, { concurrency: 10 }));
    const work = async (one: WorkPump) => {
      while ((await one.runOnce()) > 0);
    };
    await Promise.all(pumps.map(work));
    expect(done.sort()).toEqual(keys.map(chartKey).sort());
  });

  it('gives interrupted work back at once, and delays work that fails', async () => {
    await add({ a: ['1', '2'] });
    const started: string[] = [];
    const stopped = pump({
      async handle(lease, signal) {
        started.push(lease.key);
        if (lease.key === 'chart:2') {
          throw new Error('broken');
        }
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      },
    });
    await stopped.start();
    while (started.length < 2 || (await store.status()).queue.leased > 1) {
      await new Promise(resolve => setImmediate(resolve));
    }
    await stopped.stop();
    expect(keysOf(await take())).toEqual(['chart:1']);
    clock.advance(MINUTE);
    const failed = (await take()).find(({ key }) => key === 'chart:2');
    expect(failed).toMatchObject({ attempts: 1 });
  });

  it('is woken for what was made due, and reclaims what a dead process held on SQLite', async () => {
    await add({ a: ['1'] });
    await take();
    const worked = new Promise<string>(resolve => {
      const started = pump({
        async handle(lease) {
          await queue.release(lease, {
            dueAt: new Date(clock.now().getTime() + MINUTE).toISOString(),
            problem: null,
          });
          resolve(lease.key);
          void started.stop();
        },
      });
      if (id !== 'SQLITE_3') {
        clock.advance(MINUTE);
      }
      void started.start();
    });
    expect(await worked).toBe('chart:1');
  });
});
