import { createTestDatabases } from '../store/__testUtils__/testDatabases';
import {
  tagAt,
  walkedEvidence,
  walkResult,
} from '../store/__testUtils__/walkFixtures';
import { WorkQueue } from '../store';
import { KnownChart } from '../walk/types';
import {
  CHART,
  EXPECTED,
  IndexingFixture,
  MINUTE,
  TestVerifier,
} from './__testUtils__/IndexingFixture';

jest.setTimeout(20_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('indexing on %s', id => {
  let fixture: IndexingFixture;

  beforeEach(async () => {
    fixture = await IndexingFixture.create(await databases.init(id));
  });

  it('walks, verifies, judges and writes; and then has nothing to do', async () => {
    const verifier = new TestVerifier();
    await fixture.startProcess({ verifier }).runOnce();
    expect(await fixture.verdicts()).toEqual(EXPECTED);
    expect(await fixture.store.chart(CHART.chartId)).toMatchObject({
      state: 'indexed',
      counts: { verified: 1, rejected: 1, unsigned: 1, indeterminate: 0 },
      newest: { version: '1.2.0' },
      freshness: { nextTryAt: '2026-11-22T12:10:00.000Z', problem: null },
    });
    expect(await fixture.startProcess().runOnce()).toBe(0);
    fixture.clock.advance(10 * MINUTE);
    await fixture.startProcess({ verifier }).runOnce();
    expect([fixture.walks, verifier.calls]).toEqual([2, 2]);
    expect(await fixture.verdicts()).toEqual(EXPECTED);
  });

  it('leaves nothing out of a walk for longer than the policies trust a look', async () => {
    const walk = jest.fn(fixture.walk);
    const staleAfterMs = jest.fn(() => 30 * MINUTE);
    await fixture.startProcess({ walk, staleAfterMs }).runOnce();
    expect(staleAfterMs).toHaveBeenCalledWith(CHART.policies);
    expect(walk).toHaveBeenCalledWith(
      expect.anything(),
      expect.anything(),
      expect.objectContaining({
        hot: { resolveAgainAfterMs: 30 * MINUTE },
        referrers: { readAgainAfterMs: 30 * MINUTE },
      }),
    );
  });

  it('has the verifier decode what a walk reads', async () => {
    const verifier = new TestVerifier();
    const decode = jest.spyOn(verifier, 'decode');
    const walk = jest.fn(fixture.walk);
    await fixture.startProcess({ walk, verifier }).runOnce();
    const [, , options] = walk.mock.lastCall ?? [];
    const { evidence } = walkedEvidence('sha256:1', 'signature');
    const bytes = Buffer.from('bytes');
    expect(await options?.decode?.(evidence, bytes)).toBe(evidence);
    expect(decode).toHaveBeenCalledWith(evidence, bytes);
  });

  // A killed process does nothing more: no release, no give-back, no error handling.
  const never = () => new Promise<never>(() => {});
  const dead: Partial<WorkQueue> = { release: never, giveBack: never };

  it.each<[string, Parameters<IndexingFixture['startProcess']>[0]]>([
    ['before it read the chart', { store: { chartRecord: never } }],
    ['while reading what is known', { store: { known: never } }],
    ['during the walk', { walk: never }],
    ['after the walk, before writing', { store: { recordWalk: never } }],
  ])('loses nothing when killed %s', async (_, death) => {
    void fixture.startProcess({ ...death, queue: dead }).runOnce();
    await untilLeased();
    expect((await fixture.store.known(CHART.chartId)).versions.size).toBe(0);
    expect(await fixture.startProcess().runOnce()).toBe(0);

    // SQLite's next process takes the lease at its start, PostgreSQL's when it has run out.
    if (id === 'SQLITE_3') {
      await fixture.store.queue.reclaim();
    } else {
      fixture.clock.advance(MINUTE);
    }
    expect(await fixture.startProcess().runOnce()).toBe(1);
    expect(await fixture.verdicts()).toEqual(EXPECTED);
  });

  it('loses nothing when killed inside the transaction, or right after it', async () => {
    const record = fixture.store.recordWalk.bind(fixture.store);
    const broken = fixture.judgeWith();
    let died = () => {};
    const death = new Promise<void>(resolve => {
      died = resolve;
    });
    void fixture
      .startProcess({
        store: {
          recordWalk: walked =>
            record({
              ...walked,
              judge: {
                ...broken,
                judge: () => {
                  throw new Error('killed');
                },
              },
            }).catch(() => {
              died();
              return never();
            }),
        },
        queue: dead,
      })
      .runOnce();
    await death;
    expect((await fixture.store.known(CHART.chartId)).versions.size).toBe(0);
    fixture.clock.advance(MINUTE);
    // Killed after the commit: the host's state was not written.
    void fixture
      .startProcess({ queue: { ...dead, hostAnswered: never } })
      .runOnce();
    await until(async () => Object.keys(await fixture.verdicts()).length > 0);
    expect(await fixture.verdicts()).toEqual(EXPECTED);
    expect((await fixture.store.status()).queue.leased).toBe(0);
    expect(await fixture.startProcess().runOnce()).toBe(0);
  });

  it('keeps what it knows when the registry is silent, and leaves that registry alone', async () => {
    await fixture.startProcess().runOnce();
    fixture.clock.advance(10 * MINUTE);
    const silent = async (_: unknown, known: KnownChart) =>
      walkResult(fixture.clock, {
        tags: [...known.tags].map(([tag, { digest }]) =>
          tagAt(tag, digest, false),
        ),
        tagsComplete: false,
        problems: [
          {
            code: 'registry-limited',
            message: 'Slow down.',
            side: 'registry',
            retryAfterMs: 15 * MINUTE,
          },
        ],
      });
    await fixture.startProcess({ walk: silent }).runOnce();
    expect(await fixture.verdicts()).toEqual(EXPECTED);
    expect(await fixture.store.chart(CHART.chartId)).toMatchObject({
      state: 'failed',
      freshness: {
        lastSuccessAt: '2026-11-22T12:00:00.000Z',
        nextTryAt: '2026-11-22T12:25:00.000Z',
        problem: { code: 'registry-limited', since: fixture.clock.iso },
      },
    });
    await fixture.store.queue.makeDue(CHART.chartId);
    expect(await fixture.startProcess().runOnce()).toBe(0);
    fixture.clock.advance(15 * MINUTE);
    expect(await fixture.startProcess().runOnce()).toBe(1);
    expect(
      (await fixture.store.chart(CHART.chartId))?.freshness.problem,
    ).toBeNull();
    expect((await fixture.store.status()).registries[0]).toMatchObject({
      backingOffUntil: null,
      lastProblem: null,
    });
  });

  /** The process has taken the row, and runs up to where it dies. */
  async function untilLeased(): Promise<void> {
    await until(async () => (await fixture.store.status()).queue.leased > 0);
    for (let i = 0; i < 100; i++) {
      await new Promise(resolve => setImmediate(resolve));
    }
  }
});

async function until(reached: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 5_000; i++) {
    if (await reached()) {
      return;
    }
    await new Promise(resolve => setImmediate(resolve));
  }
  throw new Error('It never came to that');
}
