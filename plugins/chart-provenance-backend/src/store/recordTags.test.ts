import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import { DatabaseChartStore } from './DatabaseChartStore';
import {
  PAYMENTS,
  presenceJudge,
  record,
  replaceInventory,
  tagAt,
  TestJudge,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { Knex } from 'knex';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const { chartId } = PAYMENTS;

describe.each(databases.eachSupportedId())('tags on %s', id => {
  let knex: Knex;
  let clock: TestClock;
  let store: DatabaseChartStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    clock = new TestClock();
    store = await openStore(knex, clock);
    await replaceInventory(store, [PAYMENTS]);
  });

  it('tells of the tags that moved and those that promise no version, and whether those are all', async () => {
    const [v1, v2] = [walkedVersion('1.0.0'), walkedVersion('1.1.0')];
    const signature = `sha256-${'a'.repeat(64)}.sig`;
    const tags = (moved: string) => [
      tagAt('1.0.0', moved),
      tagAt('1.1.0', v2.digest),
      tagAt('edge', v2.digest),
      tagAt(signature, v1.digest),
    ];
    await record(store, clock, {
      ...{ versions: [v1, v2], referrers: [], tags: tags(v1.digest) },
    });
    clock.advance(1000);
    await record(store, clock, { referrers: [], tags: tags(v2.digest) });
    const names = async (limit: number) => {
      const telling = await store.tellingTags(chartId, limit);
      return [telling.tags.map(({ tag }) => tag), telling.complete];
    };
    expect(await names(50)).toEqual([['1.0.0', 'edge'], true]);
    expect(await names(1)).toEqual([['1.0.0'], false]);
  });

  it('keeps every digest a tag ever had, and removes a tag only after a complete listing', async () => {
    const [v1, v2, again] = [
      walkedVersion('1.0.0'),
      walkedVersion('1.1.0'),
      walkedVersion('1.0.0', 'pushed again', '1.0.0'),
    ];
    const step = async (seen: Parameters<typeof record>[2]) => {
      clock.advance(1000);
      await record(store, clock, { referrers: [], ...seen });
    };
    await step({
      versions: [v1, v2, again],
      tags: [tagAt('stable', v1.digest)],
    });
    await step({ tags: [tagAt('stable', v2.digest)] });
    await step({ tags: [tagAt('stable', v1.digest)] });
    await step({ tags: [tagAt('stable', again.digest)] });
    await step({ tags: [], tagsComplete: false });
    await step({ tags: [] });
    await step({ tags: [tagAt('stable', again.digest)] });

    const history = await store.tagHistory(chartId, 'stable');
    expect(history?.observations.map(({ change }) => change)).toEqual([
      're-push',
      'removed',
      're-push',
      'rollback',
      'forward',
      'first',
    ]);
    expect(history?.observations.at(-1)).toMatchObject({
      digest: v1.digest,
      version: '1.0.0',
      firstSeenAt: '2026-11-22T12:00:01.000Z',
      lastSeenAt: '2026-11-22T12:00:01.000Z',
    });
    // Pushing the old bytes again and removing the tag in between does not hide the rollback.
    const judge = await judgedWith(store, clock);
    const at = judge.asked.find(({ digest }) => digest === again.digest);
    expect(at?.tags).toEqual([
      { tag: 'stable', change: 're-push', rolledBackFrom: '1.1.0' },
    ]);
    expect(
      judge.asked.find(({ digest }) => digest === v2.digest)?.everTags,
    ).toEqual(['stable']);
    const { items } = (await store.versions(chartId, {})) ?? { items: [] };
    expect(items.find(({ digest }) => digest === again.digest)?.tags).toEqual([
      { tag: 'stable', moves: 3 },
    ]);

    await step({ tags: [tagAt('stable', v2.digest)] });
    const recovered = (await judgedWith(store, clock, 'later')).asked;
    expect(recovered.flatMap(({ tags }) => tags)).toEqual([
      { tag: 'stable', change: 'forward', rolledBackFrom: null },
    ]);
  });

  it('does not take a tag for resolved whose new target could not be read', async () => {
    const version = walkedVersion('1.0.0');
    await record(store, clock, {
      versions: [version],
      tags: [tagAt('1.0.0', version.digest)],
    });
    const before = clock.iso;
    clock.advance(1000);
    const unread = walkedVersion('1.0.0', 'unread').digest;
    await record(store, clock, { tags: [tagAt('1.0.0', unread)] });
    // Else the tag went cold and the next walk, which does not ask for it, would call the look a success.
    expect((await store.known(chartId)).tags.get('1.0.0')).toMatchObject({
      digest: version.digest,
      resolvedAt: before,
    });
  });

  it('does not let one dangling tag make a chart stale, but a known one that fails', async () => {
    const version = walkedVersion('1.0.0');
    const tags = [tagAt('1.0.0', version.digest)];
    await record(store, clock, { versions: [version], tags });
    const failure = (at: string) => ({
      code: 'registry-misbehaved' as const,
      message: 'Its digest does not fit.',
      side: 'registry' as const,
      at,
    });
    clock.advance(1000);
    await record(store, clock, { tags, problems: [failure('dangling')] });
    expect(await store.chart(chartId)).toMatchObject({
      state: 'partial',
      freshness: { lastSuccessAt: clock.iso, problem: { since: clock.iso } },
    });
    const since = clock.iso;
    clock.advance(1000);
    await record(store, clock, { tags, problems: [failure('1.0.0')] });
    expect((await store.chart(chartId))?.freshness).toMatchObject({
      lastAttemptAt: clock.iso,
      lastSuccessAt: since,
      problem: { code: 'registry-misbehaved', since },
    });
  });
});

/** Judges everything anew and tells what the judge was asked. */
async function judgedWith(
  store: DatabaseChartStore,
  clock: TestClock,
  inputsHash = 'others',
): Promise<TestJudge> {
  const judge = presenceJudge(clock, inputsHash);
  await store.rejudge(chartId, { verified: [], awaitingBytes: [] }, judge);
  return judge;
}
