import {
  Signer,
  StaleRoot,
  VerdictStatus,
} from 'backstage-plugin-chart-provenance-common';
import { Knex } from 'knex';
import { DatabaseChartStore } from './DatabaseChartStore';
import { ChartJudge } from './types';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  TestJudge,
  walkedVersion,
} from './__testUtils__/walkFixtures';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;
const STATUSES: VerdictStatus[] = [
  'verified',
  'rejected',
  'unsigned',
  'indeterminate',
];

const under = (root: string): Signer => ({
  ...{ kind: 'keyless', root, issuer: 'i', subject: 's' },
});

/** What each version's verdict stands on. `a_b` and `axb` are alike to LIKE, and `public` begins with `pub`. */
const SIGNERS: Record<string, Signer[]> = {
  '1.0.0': [under('public')],
  '1.1.0': [under('pub')],
  '1.2.0': [under('a_b')],
  '1.3.0': [under('axb')],
  '1.4.0': [under('pub'), under('public')],
  '1.5.0': [{ kind: 'key', key: 'public', fingerprint: 'f' }],
  '2.0.0': [under('public')],
};

describe.each(databases.eachSupportedId())('stale roots on %s', id => {
  let clock: TestClock;
  let store: DatabaseChartStore;
  let knex: Knex;
  let stale: StaleRoot[];

  beforeEach(async () => {
    clock = new TestClock();
    stale = [];
    knex = await databases.init(id);
    store = await openStore(knex, clock, undefined, undefined, {
      rootsStale: () => stale,
    });
    await replaceInventory(store, [PAYMENTS]);
    const walked = Object.keys(SIGNERS).map(version => walkedVersion(version));
    const plain = new TestJudge(
      'inputs',
      ({ version }) => (version === '2.0.0' ? 'rejected' : 'verified'),
      clock,
    );
    const judge: ChartJudge = {
      inputsHash: plain.inputsHash,
      materialHash: plain.materialHash,
      judge(chart, version) {
        const judged = plain.judge(chart, version);
        const [signer, attester] = SIGNERS[version.version];
        const line = {
          id: 'policy:acme-release:attestation:a',
          title: 'Attested',
          result: 'met' as const,
          metBy: [],
          signer: attester,
          reasons: [],
        };
        return (
          judged && {
            ...judged,
            verdict: {
              ...judged.verdict,
              signer,
              requirements: attester ? [line] : [],
            },
          }
        );
      },
    };
    await record(
      store,
      clock,
      {
        versions: walked,
        tags: walked.map(({ digest, version }) => tagAt(version, digest)),
      },
      { judge },
    );
  });

  /** Versions by the status they are shown with; filters, rows, pages and counts have to agree. */
  async function shown() {
    const rows: Record<string, string[]> = {};
    for (const status of STATUSES) {
      const page = (await store.versions(chartId, { status }))!;
      rows[status] = page.items.map(({ version }) => version).sort();
      expect(page.total).toBe(rows[status].length);
      expect(page.items.every(({ verdict }) => verdict.status === status)).toBe(
        true,
      );
    }
    const { counts, items } = (await store.versions(chartId, {}))!;
    expect(items).toHaveLength(Object.keys(SIGNERS).length);
    expect(counts).toEqual(
      Object.fromEntries(STATUSES.map(one => [one, rows[one].length])),
    );
    expect((await store.chart(chartId))?.counts).toEqual(counts);
    return rows;
  }

  it.each<[string[], string[]]>([
    [[], []],
    [['public'], ['1.0.0', '1.4.0']],
    [['pub'], ['1.1.0', '1.4.0']],
    [['a_b'], ['1.2.0']],
    [
      ['pub', 'public', 'unheard-of'],
      ['1.0.0', '1.1.0', '1.4.0'],
    ],
  ])(
    '%j: what stands on them is undecided, the rest is as it was',
    async (roots, undecided) => {
      stale = roots.map(root => ({ id: root, since: null }));
      const rows = await shown();
      expect(rows.indeterminate).toEqual(undecided);
      expect(rows.verified).toEqual(
        Object.keys(SIGNERS).filter(
          version => version !== '2.0.0' && !undecided.includes(version),
        ),
      );
      // A warning stays.
      expect(rows.rejected).toEqual(['2.0.0']);
    },
  );

  it('says so with the version, and since when; and takes it back when the root is fresh again', async () => {
    stale = [{ id: 'public', since: '2026-11-22T11:00:00.000Z' }];
    const { items } = (await store.versions(chartId, { filter: '1.0.0' }))!;
    expect(items[0].verdict).toMatchObject({
      status: 'indeterminate',
      reason: {
        code: 'stale-root',
        message: expect.stringContaining('2026-11-22T11:00:00.000Z'),
      },
      lastVerifiedAt: '2026-11-22T11:00:00.000Z',
    });
    stale = [];
    expect((await shown()).verified).toHaveLength(6);
  });

  it('adds nothing to a chart that is stale itself', async () => {
    stale = [{ id: 'public', since: null }];
    clock.advance(60 * 60 * 1000 + 1);
    const rows = await shown();
    expect(rows.indeterminate).toHaveLength(6);
    expect(rows.verified).toEqual([]);
  });
});
