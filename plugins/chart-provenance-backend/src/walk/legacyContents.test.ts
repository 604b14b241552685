import { Descriptor } from 'chart-provenance-oras';
import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import { ChartRepository } from './__testUtils__/ChartRepository';
import { knownAfter, nothingKnown } from './__testUtils__/known';
import { WalkResult } from './types';
import { walkRepository } from './walkRepository';

const SIMPLE = 'application/vnd.dev.cosign.simplesigning.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const SIGNATURE = 'dev.cosignproject.cosign/signature';
const NOW = new Date('2026-11-22T12:00:00Z');

let charts: ChartRepository;
let chart: Descriptor;

beforeEach(async () => {
  charts = new ChartRepository();
  chart = await charts.chart('1.0.0');
});

const walk = (known = nothingKnown(), target = charts.store) =>
  walkRepository(target, known, { now: () => NOW });

const evidenceIn = ({ evidence }: WalkResult) =>
  evidence.map(each => each.evidence);

const payload = (padding?: string) => ({
  critical: {
    identity: { 'docker-reference': 'ghcr.io/acme' },
    image: { 'docker-manifest-digest': chart.digest },
    type: 'cosign container image signature',
  },
  optional: padding ? { padding } : null,
});

const signatureLayer = async (
  signature: string,
  options: { padding?: string; annotations?: Record<string, string> } = {},
): Promise<Descriptor> => ({
  ...(await charts.putJson(SIMPLE, payload(options.padding))),
  annotations: { [SIGNATURE]: signature, ...options.annotations },
});

const manifest = async (
  layers: Descriptor[],
  more: object = {},
): Promise<Descriptor> =>
  charts.putJson(MANIFEST, {
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: await charts.putJson(
      'application/vnd.oci.image.config.v1+json',
      {},
    ),
    layers,
    ...more,
  });

const tagOf = (suffix: string) => `${chart.digest.replace(':', '-')}.${suffix}`;

const tagSignature = async (layers: Descriptor[]): Promise<Descriptor> => {
  const made = await manifest(layers);
  await charts.store.tag(made, tagOf('sig'));
  return made;
};

describe('the layers of a signature tag', () => {
  it('are evidence each; copies of one are one', async () => {
    const a = await signatureLayer('a');
    const tagged = await tagSignature([a, await signatureLayer('b'), a, a]);
    const result = await walk();
    expect(evidenceIn(result)).toMatchObject([
      { kind: 'signature', manifest: tagged.digest, format: 'cosign-legacy' },
      { kind: 'signature', manifest: tagged.digest, format: 'cosign-legacy' },
    ]);
    expect(result.referrers).toEqual([
      { subject: chart.digest, digests: [tagged.digest] },
    ]);
    expect((await walk(knownAfter(result))).evidence).toEqual([]);
  });

  const BOUNDS: [string, ReasonCode, () => Promise<unknown>][] = [
    [
      '51 layers',
      'evidence-too-large',
      async () =>
        tagSignature(
          await Promise.all(
            Array.from({ length: 51 }, (_, at) => signatureLayer(`${at}`)),
          ),
        ),
    ],
    [
      '10,000 layers',
      'evidence-too-large',
      async () => {
        const layer = await signatureLayer('a');
        return tagSignature(Array.from({ length: 10_000 }, () => layer));
      },
    ],
    [
      '10,000 layers of a referrer',
      'evidence-too-large',
      async () => {
        const layer = await signatureLayer('a');
        const layers = Array.from({ length: 10_000 }, () => layer);
        return manifest(layers, { subject: chart });
      },
    ],
    [
      'more values than are parsed',
      'evidence-too-large',
      async () => {
        const layer = await signatureLayer('a', {
          annotations: Object.fromEntries(
            Array.from({ length: 60_000 }, (_, at) => [`a${at}`, '']),
          ),
        });
        return tagSignature([layer]);
      },
    ],
    [
      'a payload of more than 256 KiB',
      'evidence-too-large',
      async () =>
        tagSignature([
          await signatureLayer('a', { padding: 'x'.repeat(256 * 1024) }),
        ]),
    ],
    [
      'annotations of more than 64 KiB',
      'evidence-too-large',
      async () =>
        tagSignature([
          await signatureLayer('a', {
            annotations: { more: 'x'.repeat(64 * 1024) },
          }),
        ]),
    ],
    [
      '33 annotations',
      'evidence-too-large',
      async () =>
        tagSignature([
          await signatureLayer('a', {
            annotations: Object.fromEntries(
              Array.from({ length: 32 }, (_, at) => [`a${at}`, '']),
            ),
          }),
        ]),
    ],
    [
      'a payload that is another',
      'unsupported-format',
      async () =>
        tagSignature([
          { ...(await charts.putJson(SIMPLE, {})), annotations: {} },
        ]),
    ],
    [
      'an index',
      'unsupported-format',
      () => charts.index(tagOf('sig'), [chart]),
    ],
    [
      'the chart itself',
      'unsupported-format',
      () => charts.store.tag(chart, tagOf('sig')),
    ],
  ];

  it.each(BOUNDS)('with %s: %s', async (_, code, make) => {
    await make();
    const result = await walk();
    expect(result.problems).toEqual([]);
    expect(evidenceIn(result)).toMatchObject([
      { subject: chart.digest, problem: { code } },
    ]);
    // Nothing of it may make the chart look as if it were unsigned.
    expect(
      code === 'unsupported-format' ? ['signature'] : ['signature', 'unknown'],
    ).toContain(evidenceIn(result)[0].kind);
    expect(result.referrers[0].digests).toHaveLength(1);
  });

  it('that cannot be read stay listed, and are asked for again', async () => {
    const tagged = await tagSignature([await signatureLayer('a')]);
    const failing = Object.assign(Object.create(charts.store), {
      fetch: async (descriptor: Descriptor) => {
        if (descriptor.mediaType === SIMPLE) {
          throw Object.assign(new Error('gone'), {
            name: 'OrasError',
            code: 'unavailable',
          });
        }
        return charts.store.fetch(descriptor);
      },
    });
    const first = await walk(nothingKnown(), failing);
    expect(first.evidence).toEqual([]);
    expect(first.referrers).toEqual([
      { subject: chart.digest, digests: [tagged.digest] },
    ]);
    expect(first.problems).toMatchObject([{ code: 'registry-unreachable' }]);
    expect((await walk(knownAfter(first))).evidence).toHaveLength(1);
  });

  it('are gone when the tag is, and only when it was looked for', async () => {
    await tagSignature([await signatureLayer('a')]);
    const known = knownAfter(await walk());
    const silent = Object.assign(Object.create(charts.store), {
      resolve: async (tag: string) => {
        if (tag === tagOf('sig')) {
          throw Object.assign(new Error('no answer'), {
            name: 'OrasError',
            code: 'timeout',
          });
        }
        return charts.store.resolve(tag);
      },
    });
    expect((await walk(known, silent)).referrers).toEqual([]);
    const untagged = new ChartRepository();
    await untagged.chart('1.0.0');
    expect((await walk(known, untagged.store)).referrers).toEqual([
      { subject: chart.digest, digests: [] },
    ]);
  });
});
