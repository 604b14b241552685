import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { DatabaseChartStore } from '../store/DatabaseChartStore';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from '../store/__testUtils__/testDatabases';
import { Estate, makeEstate } from './__testUtils__/estate';
import { openEstate } from './__testUtils__/estateCompany';

jest.setTimeout(120_000);

const MOST_UNCLAIMED = 20;
const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('an estate on %s', id => {
  it('is onboarded from four lines of rules', async () => {
    const clock = new TestClock();
    const store = await openStore(await databases.init(id), clock);
    const estate = makeEstate(2026);
    const services = estate.entities.filter(
      ({ kind, metadata }) =>
        kind === 'Component' && metadata.name !== 'helm-libraries',
    );
    expect(services).toHaveLength(600);
    expect(estate.charts).toHaveLength(180);
    expect(estate.clusters.size).toBe(12);

    const started = performance.now();
    const { unclaimed, settle } = await openEstate(estate, store, clock);
    await settle();
    const tookMs = performance.now() - started;

    const caller = {
      credentials: mockCredentials.user(),
      userRef: 'user:default/operator',
    };
    const page = await unclaimed.list({ limit: 200 }, caller);
    const truth = new Map(
      estate.charts.map(({ reference, truth: owner }) => [reference, owner]),
    );
    const lost = page.items.filter(({ reference }) => truth.get(reference));
    const suggested = lost.filter(
      ({ reference, suggestions }) =>
        suggestions[0]?.entityRef === truth.get(reference),
    );
    const elsewhere = Array.from({ length: 100 }, (_, seed) =>
      left(makeEstate(seed)),
    ).sort((a, b) => a - b);
    process.stdout.write(
      `${id}: 180 charts, 600 services and 12 clusters with ${
        [...estate.clusters.values()].flat().length
      } consumers, from four lines of rules: ${
        page.total
      } left Unclaimed after ${(tookMs / 1000).toFixed(1)} s. Of ${
        lost.length
      } that have an owner, ${
        suggested.length
      } have theirs suggested first. In 100 other such companies ${
        elsewhere[0]
      } to ${elsewhere[99]} would be left, ${
        elsewhere[50]
      } in the middle.\nThe mess: ${JSON.stringify(estate.mess)}\n`,
    );
    expect(page.total).toBeLessThanOrEqual(MOST_UNCLAIMED);
    // Nothing is left that a rule or an annotation could tell, and nothing is owned that only a guess could.
    expect(page.total).toBe(left(estate));
    expect(suggested.length).toBeGreaterThan(lost.length / 2);

    const shown = new Set(page.items.map(({ reference }) => reference));
    const owned = estate.charts.filter(
      ({ reference, truth: owner, published }) =>
        owner && published && !shown.has(reference),
    );
    const owners = await ownersOf(store, estate);
    expect(
      owned.filter(({ reference, truth: owner }) =>
        owner ? owners.get(reference) !== owner : false,
      ),
    ).toEqual([]);
    // A missing owner is work; a wrong one would be a lie.
    expect(
      [...owners].filter(
        ([reference, owner]) =>
          truth.has(reference) && truth.get(reference) !== owner,
      ),
    ).toEqual([]);

    await unclaimed.accept(
      {
        mappings: suggested.map(({ id: chart, suggestions }) => ({
          id: chart,
          entityRef: suggestions[0].entityRef,
        })),
      },
      caller,
    );
    await settle();
    const after = await unclaimed.list({ limit: 1 }, caller);
    expect(after.total).toBe(page.total - suggested.length);
    expect(after.counts).toMatchObject({
      unclaimed: after.total - after.counts.conflicts,
    });
  });
});

/** What neither rules nor annotations tell of. */
function left({ mess }: Estate): number {
  return [
    'named as the team likes, without an annotation',
    'claimed twice, by copy and paste',
    'renamed on the way, and nobody wrote it down',
    'dead, of nobody',
    'of others',
  ].reduce((sum, what) => sum + (mess[what] ?? 0), 0);
}

/** The owner of each chart that some entity's page shows as its own. */
async function ownersOf(
  store: DatabaseChartStore,
  { entities }: Estate,
): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const entity of entities) {
    const ref = stringifyEntityRef(entity);
    const { charts } = await store.entityProvenance(ref);
    for (const { reference, owner } of charts) {
      if (owner === ref) {
        owners.set(reference, ref);
      }
    }
  }
  return owners;
}
