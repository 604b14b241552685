import { Knex } from 'knex';
import {
  consumerOf,
  LEGACY,
  legacyConsumerOf,
} from './__testUtils__/consumerFixtures';
import { entryOf, indexOf, readLegacy } from './__testUtils__/legacyFixtures';
import {
  onlyRow,
  openWithPayments,
  running,
} from './__testUtils__/runningFixtures';
import { createTestDatabases, TestClock } from './__testUtils__/testDatabases';
import { digestOf, PAYMENTS } from './__testUtils__/walkFixtures';
import { ConsumerRecord } from './ConsumerStore';
import { DatabaseChartStore } from './DatabaseChartStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;

const digestIn = (version: string) => digestOf(version);

describe.each(databases.eachSupportedId())(
  'the distance to the newest, on %s',
  id => {
    let knex: Knex;
    let clock: TestClock;
    let store: DatabaseChartStore;

    beforeEach(async () => {
      knex = await databases.init(id);
      clock = new TestClock();
      store = await openWithPayments(knex, clock);
    });

    it.each<[string, () => ConsumerRecord, number | null]>([
      ['the digest that runs', () => running('0.1.0', digestIn('1.8.0')), 2],
      ['the version that runs', () => running('1.9.0-rc.1', null), 2],
      ['a version never published', () => running('1.8.5', null), 2],
      [
        'build metadata, which has no precedence',
        () => running('1.8.0+other', null),
        2,
      ],
      ['the newest', () => running('2.0.0', null), 0],
      ['more than the newest', () => running('3.0.0', null), 0],
      ['a version whose tag is gone', () => running('2.1.0', null), 0],
      [
        'an unknown digest, whatever version stands beside it',
        () => running('1.8.0', digestOf('others')),
        null,
      ],
      [
        'the version wanted, when nothing is known to run',
        () => running(null, null),
        2,
      ],
      [
        'the tag wanted',
        () => consumerOf({ wants: { version: '1.8.0_build', digest: null } }),
        2,
      ],
      [
        'the digest wanted',
        () =>
          consumerOf({ wants: { version: '1.x', digest: digestIn('1.7.0') } }),
        3,
      ],
      [
        'a range',
        () => consumerOf({ wants: { version: '1.8.x', digest: null } }),
        null,
      ],
      [
        'a floating tag',
        () => consumerOf({ wants: { version: 'latest', digest: null } }),
        null,
      ],
      [
        'a template',
        () => consumerOf({ wants: { version: '{{version}}', digest: null } }),
        null,
      ],
      [
        'nothing',
        () => consumerOf({ wants: { version: null, digest: null } }),
        null,
      ],
    ])('is compared with the newest by %s', async (_, consumer, behind) => {
      expect((await onlyRow(store, consumer())).behind).toBe(behind);
    });

    it('from a legacy repository is compared with what that lists, too', async () => {
      await store.legacy.configure([LEGACY.url]);
      await store.legacy.replaceLocations([
        { chartId, ...LEGACY, knownBy: 'rule' },
      ]);
      const wants = { version: '2.0.0', digest: null };
      expect((await onlyRow(store, legacyConsumerOf({ wants }))).behind).toBe(
        0,
      );
      const entries = ['2.0.0', '3.0.0', '3.1.0-rc.1'].map(version =>
        entryOf(version),
      );
      await readLegacy(store, indexOf(entries));
      expect((await store.consumers.consumersOf(chartId))[0].behind).toBe(1);
    });

    it('tells nothing of versions there are none of', async () => {
      await knex('versions').delete();
      expect((await onlyRow(store, running('1.8.0', null))).behind).toBeNull();
    });
  },
);
