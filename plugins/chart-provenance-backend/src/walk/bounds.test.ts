import { Descriptor } from 'chart-provenance-oras';
import { ChartRepository } from './__testUtils__/ChartRepository';
import { knownAfter, nothingKnown } from './__testUtils__/known';
import { WalkBounds } from './options';
import { KnownChart } from './types';
import { walkRepository } from './walkRepository';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG = 'application/vnd.cncf.helm.config.v1+json';
const ARCHIVE = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';

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

  it('leaves bytes for evidence, however large the versions are that can never be read to their end', async () => {
    const first = await walk({});
    await charts.attachBundle(chart, 'a', '');
    for (let at = 0; at < 20; at++) {
      const { digest, size } = await charts.putJson(CONFIG, {
        name: 'payments',
        version: `9.0.${at}`,
      });
      const large = await charts.putJson(MANIFEST, {
        schemaVersion: 2,
        // Registries do not compare sizes.
        config: { mediaType: CONFIG, digest, size: size + 1 },
        layers: [await charts.putJson(ARCHIVE, { at })],
        padding: 'x'.repeat(20_000),
      });
      await charts.store.tag(large, `9.0.${at}`);
    }
    const next = await walk({ maxBytes: 200_000 }, knownAfter(first));
    expect(next.problems).toContainEqual(
      expect.objectContaining({
        code: 'evidence-incomplete',
        message: expect.stringMatching(/bytes of versions/),
      }),
    );
    expect(next.evidence).toHaveLength(1);
    expect(next.tags).toContainEqual(
      expect.objectContaining({ tag: '1.0.0', digest: chart.digest }),
    );
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
