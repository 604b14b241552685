import { Descriptor } from 'chart-provenance-oras';
import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import { BUNDLE, ChartRepository } from './__testUtils__/ChartRepository';
import { nothingKnown } from './__testUtils__/known';
import { WalkOptions } from './options';
import { walkRepository } from './walkRepository';

let charts: ChartRepository;

beforeEach(() => {
  charts = new ChartRepository();
});

const walk = (options: Partial<WalkOptions> = {}) =>
  walkRepository(charts.store, nothingKnown(), {
    now: () => new Date('2026-11-22T12:00:00Z'),
    ...options,
  });

describe('what a tag may point at', () => {
  it('follows an index that stands for one chart; its own digest is the version', async () => {
    const chart = await charts.chart('1.0.0', { tag: null });
    const index = await charts.index('1.0.0', [chart]);
    expect((await walk()).versions).toMatchObject([
      { digest: index.digest, name: 'payments', version: '1.0.0' },
    ]);
  });

  const ODD: [string, ReasonCode, () => Promise<unknown>][] = [
    [
      'an index of two charts',
      'ambiguous-index',
      async () => {
        const one = await charts.chart('1.0.0', { tag: null });
        const two = await charts.chart('1.0.1', { tag: null });
        return charts.index('1.0.0', [one, two]);
      },
    ],
    ['an index of nothing', 'ambiguous-index', () => charts.index('1.0.0', [])],
    [
      'an index of an index',
      'ambiguous-index',
      async () => {
        const chart = await charts.chart('1.0.0', { tag: null });
        return charts.index('1.0.0', [await charts.index('inner', [chart])]);
      },
    ],
    [
      'a container image',
      'unsupported-format',
      async () => {
        const config = await charts.putJson(
          'application/vnd.oci.image.config.v1+json',
          {},
        );
        const image = await charts.putJson(
          'application/vnd.oci.image.manifest.v1+json',
          { schemaVersion: 2, config, layers: [] },
        );
        return charts.store.tag(image, '1.0.0');
      },
    ],
    [
      'a chart without a name',
      'name-or-version-mismatch',
      () => charts.chart('1.0.0', { config: { version: '1.0.0' } }),
    ],
    [
      'a chart with a name that is a path',
      'name-or-version-mismatch',
      () =>
        charts.chart('1.0.0', {
          config: { name: '../evil', version: '1.0.0' },
        }),
    ],
    [
      'a config of 1 MiB',
      'evidence-too-large',
      () =>
        charts.chart('1.0.0', {
          config: {
            name: 'payments',
            version: '1.0.0',
            description: 'x'.repeat(1024 * 1024),
          },
        }),
    ],
  ];

  it.each(ODD)('%s: %s', async (_, code, make) => {
    await make();
    const { versions, problems } = await walk();
    expect(versions.find(({ problem }) => problem)).toMatchObject({
      name: '',
      version: '',
      problem: { code, side: 'chart' },
    });
    expect(problems).toEqual([]);
  });

  it('reads what is only shown loosely, and bounded', async () => {
    await charts.chart('1.0.0', {
      config: {
        name: 'payments',
        version: '1.0.0',
        appVersion: 7,
        description: `shows\u202e \u0000up ${'x'.repeat(5_000)}`,
        keywords: ['a', 3, 'b'],
        maintainers: [{ name: 'Ada', email: 5 }, 'Bob'],
        dependencies: 'none',
        deprecated: 'yes',
      },
    });
    const [{ appVersion, facts }] = (await walk()).versions;
    expect(appVersion).toBe('7');
    expect(facts).toMatchObject({
      keywords: ['a', 'b'],
      maintainers: [{ name: 'Ada' }],
      dependencies: [],
      deprecated: false,
    });
    expect(facts.description).toMatch(/^shows +up x+$/);
    expect(facts.description).toHaveLength(2_000);
  });
});

describe('what is attached', () => {
  let chart: Descriptor;

  beforeEach(async () => {
    chart = await charts.chart('1.0.0');
  });

  const layer = (mediaType: string, value: unknown = {}) =>
    charts.putJson(mediaType, value);

  const FORMATS: [
    string,
    string,
    string,
    ReasonCode | undefined,
    () => Promise<unknown>,
  ][] = [
    [
      'a cosign 2 signature of something else',
      'signature',
      'cosign-legacy',
      'unsupported-format',
      async () =>
        charts.attach(
          chart,
          await layer('application/vnd.dev.cosign.simplesigning.v1+json'),
        ),
    ],
    [
      'a cosign 2 attestation that is none',
      'unknown',
      'cosign-legacy',
      'bad-signature',
      async () =>
        charts.attach(
          chart,
          await layer('application/vnd.dsse.envelope.v1+json'),
        ),
    ],
    [
      'a Notation signature that is none',
      'signature',
      'notation',
      'bad-signature',
      async () =>
        charts.attach(
          chart,
          await layer('application/vnd.cncf.notary.signature'),
        ),
    ],
    [
      'a bare SBOM',
      'sbom',
      'raw',
      undefined,
      async () => charts.attach(chart, await layer('application/spdx+json')),
    ],
    [
      'something else',
      'unknown',
      'unknown',
      undefined,
      async () =>
        charts.attach(chart, await layer('application/vnd.example+json')),
    ],
    [
      'an attestation',
      'attestation',
      'sigstore-bundle-v0.3',
      undefined,
      () => charts.attachBundle(chart, 'https://slsa.dev/provenance/v1'),
    ],
    [
      'a bundle that is none',
      'unknown',
      'sigstore-bundle-other',
      'bad-signature',
      async () => charts.attach(chart, await layer(BUNDLE, { hello: 'world' })),
    ],
    [
      'a bundle of 9 MiB',
      'unknown',
      'sigstore-bundle-other',
      'evidence-too-large',
      () => charts.attachBundle(chart, undefined, 'x'.repeat(9 * 1024 * 1024)),
    ],
  ];

  it.each(FORMATS)('%s', async (_, kind, format, code, make) => {
    await make();
    const { evidence, problems } = await walk();
    expect(problems).toEqual([]);
    expect(evidence).toHaveLength(1);
    expect(evidence[0].evidence).toMatchObject({
      kind,
      format,
      subject: chart.digest,
    });
    expect(evidence[0].evidence.problem?.code).toBe(code);
  });

  it('refuses more layers and more referrers than the bounds', async () => {
    const manifest = await charts.attach(
      chart,
      await layer('application/spdx+json'),
    );
    const layers = await walk({ bounds: { maxLayers: 0 } });
    expect(layers.evidence[0].evidence).toMatchObject({
      digest: manifest.digest,
      problem: { code: 'evidence-too-large' },
    });
    const referrers = await walk({ bounds: { maxReferrers: 0 } });
    expect(referrers.referrers).toEqual([]);
    expect(referrers.problems).toMatchObject([
      { code: 'registry-misbehaved', at: chart.digest },
    ]);
  });

  it('takes one manifest that is attached in several ways once, as the referrer it is', async () => {
    const bundle = await charts.attachBundle(chart);
    for (const suffix of ['sig', 'att']) {
      const tag = `${chart.digest.replace(':', '-')}.${suffix}`;
      await charts.store.tag(bundle, tag);
    }
    const { evidence, referrers } = await walk();
    expect(evidence.map(each => each.evidence)).toMatchObject([
      { digest: bundle.digest, format: 'sigstore-bundle-v0.3' },
    ]);
    expect(referrers).toEqual([
      { subject: chart.digest, digests: [bundle.digest] },
    ]);
  });

  it('believes the referrer itself, not who lists it', async () => {
    const other = await charts.chart('2.0.0');
    const ofOther = await charts.attachBundle(other);
    const gone = { ...ofOther, digest: `sha256:${'0'.repeat(64)}` as const };
    const lying = Object.assign(Object.create(charts.store), {
      referrers: async () => ({
        descriptors: [ofOther, chart, gone],
        source: 'fallback-tag',
      }),
    });
    const result = await walkRepository(lying, nothingKnown(), {
      now: () => new Date('2026-11-22T12:00:00Z'),
    });
    expect(
      result.evidence.map(({ evidence: { subject, digest } }) => [
        subject,
        digest,
      ]),
    ).toEqual([[other.digest, ofOther.digest]]);
    expect(result.referrers).toContainEqual({
      subject: chart.digest,
      digests: [],
    });
    expect(
      result.problems.every(
        ({ code, note }) => note && code === 'registry-misbehaved',
      ),
    ).toBe(true);
    expect(new Set(result.problems.map(({ at }) => at))).toEqual(
      new Set([ofOther.digest, chart.digest, gone.digest]),
    );
  });
});
