import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ConsumerSourceError,
  ObservedConsumer,
} from 'backstage-plugin-chart-provenance-node';
import { chartIdOf } from 'backstage-plugin-chart-provenance-common';
import { observed } from '../store/__testUtils__/consumerFixtures';
import {
  ConsumersFixture,
  Place,
  providerOf,
} from './__testUtils__/ConsumersFixture';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const CHART = chartIdOf('ghcr.io', 'acme/charts/payments');
const MINUTE = 60_000;

async function setUp(
  places: () => Place[],
  unreadable?: () => string[],
  timeoutMs?: number,
) {
  const knex = await databases.init('SQLITE_3');
  const fixture = await ConsumersFixture.create(
    knex,
    [providerOf(places, unreadable)],
    timeoutMs,
  );
  await fixture.schedule();
  await fixture.settle();
  const names = async () =>
    (await fixture.store.consumers.consumersOf(CHART)).map(
      ({ name, stale }) => `${name}${stale ? ' (stale)' : ''}`,
    );
  const sources = () => fixture.store.consumers.sources();
  const later = async (ms: number) => {
    fixture.clock.advance(ms);
    await fixture.settle();
  };
  return { ...fixture, fixture, names, sources, later };
}

const place = (
  id: string,
  ...consumers: Partial<ObservedConsumer>[]
): Place => ({ id, read: async () => consumers.map(about => observed(about)) });

it('lists places, reads each, and keeps whom it found with what the operator makes of them', async () => {
  const { names, sources, fixture } = await setUp(() => [
    place(
      'one',
      { name: 'a' },
      { name: 'b', entityRef: 'component:default/b' },
    ),
    place('two', { name: 'c' }),
  ]);
  expect((await names()).sort()).toEqual(['a', 'b', 'c']);
  expect(await sources()).toMatchObject([
    {
      id: 'one',
      provider: 'acme',
      title: 'Place one',
      consumers: 2,
      problem: null,
    },
    { id: 'two', consumers: 1 },
  ]);
  expect((await sources())[0].documents).toEqual([
    { where: 'a b', message: `${'x'.repeat(299)}…` },
  ]);
  const mine = await fixture.store.consumers.consumersBy('component:default/b');
  expect(mine.map(({ name }) => name)).toEqual(['b']);
});

it('lets the next key lead to an owner where the entity that is named is not in the catalog', async () => {
  const { fixture } = await setUp(() => [
    place(
      'one',
      {
        name: 'a',
        entityRef: 'component:default/nowhere',
        labels: { 'backstage.io/kubernetes-id': 'shop' },
      },
      { name: 'b', entityRef: 'component:default/nowhere' },
    ),
  ]);
  await fixture.store.discovery.replaceOwnerKeys([
    { key: 'kubernetes-id:shop', entityRef: 'component:default/shop' },
  ]);
  const rows = await fixture.store.consumers.consumersOf(CHART);
  expect(rows.map(({ name, entityRef }) => [name, entityRef]).sort()).toEqual([
    ['a', 'component:default/shop'],
    ['b', null],
  ]);
});

it('looks again every interval: those that are gone vanish, with the place when that is gone', async () => {
  let places = [
    place('one', { name: 'a' }, { name: 'b' }),
    place('two', { name: 'c' }),
  ];
  const { names, later } = await setUp(() => places);
  places = [place('one', { name: 'a' }), places[1]];
  await later(2 * MINUTE);
  expect(await names()).toHaveLength(3);
  await later(4 * MINUTE);
  expect((await names()).sort()).toEqual(['a', 'c']);
  places = [places[0]];
  await later(6 * MINUTE);
  expect(await names()).toEqual(['a']);
});

it('keeps everything when a reading fails, says why, and tries again sooner', async () => {
  let fail = false;
  const places = [
    {
      id: 'one',
      read: async () => {
        if (fail) {
          throw new ConsumerSourceError('The door\nis shut.', {
            fix: 'Open it.',
          });
        }
        return [observed({ name: 'a' })];
      },
    },
  ];
  const { names, sources, later } = await setUp(() => places);
  fail = true;
  await later(6 * MINUTE);
  expect(await names()).toEqual(['a (stale)']);
  expect(await sources()).toMatchObject([
    {
      problem: { message: 'The door is shut.', fix: 'Open it.' },
      consumers: 1,
    },
  ]);
  fail = false;
  await later(MINUTE);
  expect(await names()).toEqual(['a']);
});

it('shows the message of any other error, without a secret of its own making', async () => {
  const { sources } = await setUp(() => [
    { id: 'one', read: () => Promise.reject(new Error('Out of order')) },
    { id: 'two', read: () => Promise.reject('a text') },
  ]);
  expect(await sources()).toMatchObject([
    { problem: { message: 'Out of order' } },
    { problem: { message: 'It failed without saying why.' } },
  ]);
});

it('waits as long as the place asks to be left alone', async () => {
  let reads = 0;
  const { later } = await setUp(() => [
    {
      id: 'one',
      read: async () => {
        reads += 1;
        throw new ConsumerSourceError('Later.', {
          fix: 'Wait.',
          retryAfterMs: 30 * MINUTE,
        });
      },
    },
  ]);
  await later(20 * MINUTE);
  expect(reads).toBe(1);
  await later(11 * MINUTE);
  expect(reads).toBe(2);
});

it('gives up a place that does not end, whether it heeds the signal or not', async () => {
  let told = false;
  const { sources, names } = await setUp(
    () => [
      { id: 'deaf', read: () => new Promise(() => undefined) },
      {
        id: 'heeding',
        read: signal =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              told = true;
              reject(new Error('aborted'));
            });
          }),
      },
      place('quick', { name: 'a' }),
    ],
    undefined,
    1_500,
  );
  expect(told).toBe(true);
  expect(await names()).toEqual(['a']);
  const message = expect.stringMatching(/not read to its end within/);
  expect(await sources()).toMatchObject([
    { problem: { message } },
    { problem: { message } },
    { problem: null },
  ]);
});

it('stops with the backend, which is nobody’s failure', async () => {
  let started: () => void = () => undefined;
  const reading = new Promise<void>(resolve => {
    started = resolve;
  });
  const knex = await databases.init('SQLITE_3');
  const fixture = await ConsumersFixture.create(knex, [
    providerOf(() => [
      {
        id: 'one',
        read: () => {
          started();
          return new Promise(() => undefined);
        },
      },
    ]),
  ]);
  await fixture.schedule();
  await fixture.pump.start();
  await reading;
  await fixture.pump.stop();
  expect(await fixture.store.consumers.sources()).toMatchObject([
    { id: 'one', problem: null, lastAttemptAt: null },
  ]);
});

it('tells of places that cannot be read, and keeps what was seen there', async () => {
  let locked: string[] = [];
  const { names, sources, later } = await setUp(
    () => (locked.length > 0 ? [] : [place('one', { name: 'a' })]),
    () => locked,
  );
  locked = ['one'];
  await later(6 * MINUTE);
  expect(await names()).toEqual(['a (stale)']);
  expect(await sources()).toMatchObject([
    { id: 'one', problem: { message: 'It is locked.', fix: 'Unlock it.' } },
  ]);
});

it('keeps all places of a provider that cannot list them, and says so', async () => {
  let fail = false;
  const { names, sources, later } = await setUp(() => {
    if (fail) {
      throw new ConsumerSourceError('No list.', { fix: 'Look.' });
    }
    return [place('one', { name: 'a' })];
  });
  fail = true;
  await later(6 * MINUTE);
  expect(await names()).toEqual(['a (stale)']);
  expect(await sources()).toMatchObject([
    { id: 'one', problem: { message: 'No list.', fix: 'Look.' } },
  ]);
});

it.each<[string, Place[], RegExp]>([
  [
    'two of one id',
    [place('one'), place('one')],
    /lists the source 'one' twice/,
  ],
  ['an id of no length', [place('')], /under an id that has not 1 to 200/],
  ['an id of too much', [place('x'.repeat(201))], /under an id that has not/],
  [
    'too many',
    Array.from({ length: 2_001 }, (_, n) => place(`p${n}`)),
    /lists 2001 sources; at most 2000/,
  ],
])('does not take %s', async (_name, places, message) => {
  const { sources } = await setUp(() => places);
  expect(await sources()).toMatchObject([
    { id: 'acme', problem: { message: expect.stringMatching(message) } },
  ]);
});

it('keeps no more than it can, and says so', async () => {
  const many = Array.from({ length: 20_001 }, (_, n) =>
    observed({ name: `a${n}` }),
  );
  const { sources } = await setUp(() => [
    { id: 'one', read: async () => many },
  ]);
  expect(await sources()).toMatchObject([
    {
      consumers: 20_000,
      problem: {
        message: 'It tells of 20001 consumers; the first 20000 are kept.',
      },
    },
  ]);
});

it('forgets the places of a provider that is not configured any more', async () => {
  const { fixture, names } = await setUp(() => [place('one', { name: 'a' })]);
  expect(await names()).toEqual(['a']);
  await fixture.store.consumers.configureProviders([]);
  expect(await names()).toEqual([]);
});
