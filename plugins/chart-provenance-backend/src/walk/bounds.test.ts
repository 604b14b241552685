import { Descriptor } from 'chart-provenance-oras';
import { ChartRepository } from './__testUtils__/ChartRepository';
import { knownAfter, nothingKnown } from './__testUtils__/known';
import { WalkBounds } from './options';
import { KnownChart } from './types';
import { walkRepository } from './walkRepository';

describe('what one walk may cost', () => {
  let charts: ChartRepository;
  let chart: Descriptor;

  beforeEach(async () => {
    charts = new ChartRepository();
    chart = await charts.chart('1.0.0');
  });

  const walk = (
    bounds: Partial<WalkBounds>,
    known: KnownChart = nothingKnown(),
    target = charts.store,
  ) => walkRepository(target, known, { now: () => new Date(), bounds });

  it('stops at the bytes one walk may read, and goes on with the next', async () => {
    for (const predicate of ['a', 'b', 'c', 'd']) {
      await charts.attachBundle(chart, predicate, 'x'.repeat(50_000));
    }
    const first = await walk({ maxBytes: 160_000 });
    expect(first.evidence.length).toBeGreaterThan(0);
    expect(first.evidence.length).toBeLessThan(4);
    expect(first.problems).toMatchObject([
      {
        code: 'evidence-incomplete',
        message: expect.stringMatching(/^One walk/),
      },
    ]);
    expect(first.referrers[0].digests).toHaveLength(4);
    const next = await walk({ maxBytes: 250_000 }, knownAfter(first));
    expect(next.problems).toEqual([]);
    expect(first.evidence.length + next.evidence.length).toBe(4);
  });

  it('ends in time when the registry does not', async () => {
    const hanging = Object.assign(Object.create(charts.store), {
      referrers: (_: unknown, { signal }: { signal: AbortSignal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    const { problems, referrers, versions } = await walk(
      { maxMs: 200 },
      nothingKnown(),
      hanging,
    );
    expect(problems).toMatchObject([
      {
        code: 'evidence-incomplete',
        message: expect.stringMatching(/^One walk/),
      },
    ]);
    expect([referrers, versions.length]).toEqual([[], 1]);
  });
});
