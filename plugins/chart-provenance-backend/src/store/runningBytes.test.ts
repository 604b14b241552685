import { Knex } from 'knex';
import {
  consumerOf,
  LEGACY,
  legacyConsumerOf,
  readingOf,
  readSource,
} from './__testUtils__/consumerFixtures';
import {
  onlyRow,
  openWithPayments,
  running,
} from './__testUtils__/runningFixtures';
import {
  createTestDatabases,
  openStore,
  TEST_POLICY,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  digestOf,
  PAYMENTS,
  replaceInventory,
} from './__testUtils__/walkFixtures';
import { ConsumerRecord } from './ConsumerStore';
import { DatabaseChartStore } from './DatabaseChartStore';
import { ChartRecord } from './types';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const HOUR = 60 * 60_000;
const SHOP = 'component:default/shop';

const digestIn = (version: string) => digestOf(version);

describe.each(databases.eachSupportedId())('what consumers run, on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openWithPayments(knex, clock);
  });

  it.each<[string, () => ConsumerRecord, object | null]>([
    ['nothing where there is no status', () => consumerOf(), null],
    [
      'a digest known here',
      () => running('1.8.0', digestIn('1.8.0')),
      {
        version: '1.8.0',
        note: null,
        verdict: { status: 'verified', reason: { code: 'policy-met' } },
      },
    ],
    [
      'a digest known here, whose version the status does not tell',
      () => running(null, digestIn('1.0.0-rejected')),
      {
        version: '1.0.0-rejected',
        note: null,
        verdict: { status: 'rejected', reason: { code: 'wrong-identity' } },
      },
    ],
    [
      'a digest known here by the chart’s own version, whatever the status made of it',
      () => running('1.8.0+0cc9a8446c95', digestIn('1.8.0')),
      { version: '1.8.0', note: null, verdict: { status: 'verified' } },
    ],
    [
      'a digest never seen, under a version that is verified',
      () => running('1.8.0', digestOf('others')),
      {
        verdict: null,
        note: `runs 1.8.0 with bytes that were never seen in the registry: ${digestOf(
          'others',
        )}`,
      },
    ],
    ...(
      [
        ['argocd-helm', 'Argo CD does not record which bytes'],
        [
          'flux-helm-repository',
          'Flux does not record which bytes of a chart from a HelmRepository',
        ],
        ['flux-oci-repository', 'Flux has not recorded which bytes'],
        ['argocd-oci', 'Argo CD has not recorded which bytes'],
      ] as const
    ).map(([form, words]): [string, () => ConsumerRecord, object] => [
      `a version alone, by ${form}`,
      () => running('1.8.0', null, { form }),
      { verdict: null, note: `runs 1.8.0; ${words}` },
    ]),
    [
      'what a status does not say',
      () => running(null, null),
      { verdict: null, note: 'its status does not say what runs' },
    ],
    [
      'a legacy chart, even with a digest that is verified in the registry',
      () =>
        legacyConsumerOf({
          runs: { version: '1.8.0', digest: digestIn('1.8.0'), since: null },
        }),
      {
        verdict: null,
        note: 'runs 1.8.0 from the legacy repository, where nothing is verified',
      },
    ],
  ])('%s', async (_, consumer, expected) => {
    await store.legacy.replaceLocations([
      { chartId, ...LEGACY, knownBy: 'rule' },
    ]);
    const { runs } = await onlyRow(store, consumer());
    expect({ runs }).toMatchObject({ runs: expected });
  });

  it('is not verified by a look that is too old, nor by other rules, nor before it is judged', async () => {
    const statusOf = async (from = store) => {
      const [row] = await from.consumers.consumersOf(chartId);
      return [row.runs?.verdict?.status, row.runs?.verdict?.reason.code];
    };
    await readSource(store, readingOf([running('1.8.0', digestIn('1.8.0'))]));
    const rejected = running(null, digestIn('1.0.0-rejected'));
    clock.advance(HOUR);
    expect(await statusOf()).toEqual(['verified', 'policy-met']);
    const others = await openStore(
      knex,
      clock,
      [TEST_POLICY],
      () => 'other rules',
    );
    expect(await statusOf(others)).toEqual(['indeterminate', 'not-yet-judged']);
    clock.advance(1);
    expect(await statusOf()).toEqual(['indeterminate', 'stale']);
    await readSource(store, readingOf([rejected]));
    expect(await statusOf()).toEqual(['rejected', 'wrong-identity']);
    await knex('verdicts').delete();
    expect(await statusOf()).toEqual(['indeterminate', 'not-yet-judged']);
  });

  it('in another repository is nobody’s verdict here', async () => {
    const other: ChartRecord = {
      ...PAYMENTS,
      chartId: 'elsewhere0000000',
      repository: 'acme/mirror/payments',
    };
    await replaceInventory(store, [PAYMENTS, other]);
    const consumer = {
      ...running('1.8.0', digestIn('1.8.0')),
      chartId: other.chartId,
      ownerKeys: [`entity:${SHOP}`],
    };
    expect((await onlyRow(store, consumer, other.chartId)).runs).toMatchObject({
      verdict: null,
      note: expect.stringContaining('never seen'),
    });
    await readSource(
      store,
      readingOf([{ ...consumer, chartId: 'nowhere000000000' }]),
    );
    const [row] = await store.consumers.consumersBy(SHOP);
    expect(row).toMatchObject({
      chartId: null,
      behind: null,
      runs: {
        verdict: null,
        note: 'runs 1.8.0 from a registry that is not read here',
      },
    });
  });
});
