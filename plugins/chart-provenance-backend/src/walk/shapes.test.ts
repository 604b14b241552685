import { Descriptor } from 'chart-provenance-oras';
import { ChartRepository } from './__testUtils__/ChartRepository';
import { knownAfter, nothingKnown } from './__testUtils__/known';
import { WalkResult } from './types';
import { walkRepository } from './walkRepository';

const DSSE = 'application/vnd.dsse.envelope.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const HELM = 'application/vnd.cncf.helm';
const NOW = new Date('2026-11-22T12:00:00Z');

let charts: ChartRepository;

beforeEach(() => {
  charts = new ChartRepository();
});

const walk = (known = nothingKnown()) =>
  walkRepository(charts.store, known, { now: () => NOW });

const evidenceIn = ({ evidence }: WalkResult) =>
  evidence.map(each => each.evidence);

describe('a referrer in the layout of cosign 2', () => {
  const referrer = async (layers: Descriptor[], subject: Descriptor) =>
    charts.putJson(MANIFEST, {
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: await charts.putJson('application/vnd.oci.empty.v1+json', {}),
      layers,
      subject,
    });
  const envelope = (chart: Descriptor, predicateType: string) => ({
    payloadType: 'application/vnd.in-toto+json',
    payload: Buffer.from(
      JSON.stringify({
        _type: 'https://in-toto.io/Statement/v0.1',
        subject: [{ digest: { sha256: chart.digest.slice(7) } }],
        predicateType,
      }),
    ).toString('base64'),
    signatures: [{ sig: 'YQ==' }],
  });

  it('may carry envelopes, whose kind their statements say, for its own subject only', async () => {
    await charts.chart('1.0.0');
    const chart = await charts.chart('2.0.0');
    const sbom = envelope(chart, 'https://spdx.dev/Document');
    const other = envelope(chart, 'https://example.org/other');
    const lying = { predicateType: 'https://sigstore.dev/cosign/sign/v1' };
    await referrer(
      [
        { ...(await charts.putJson(DSSE, sbom)), annotations: lying },
        await charts.putJson(DSSE, other),
      ],
      chart,
    );
    const evidence = evidenceIn(await walk());
    expect(new Set(evidence.map(({ subject }) => subject))).toEqual(
      new Set([chart.digest]),
    );
    expect(
      evidence.map(({ kind, predicateType }) => [kind, predicateType]).sort(),
    ).toEqual([
      ['attestation', 'https://example.org/other'],
      ['sbom', 'https://spdx.dev/Document'],
    ]);
  });
});

it('many referrers with many layers cost no more than a few, and hide none with one', async () => {
  const chart = await charts.chart('1.0.0');
  const layers = async (count: number, word: string) => {
    const layer = await charts.putJson(DSSE, { word });
    return Array.from({ length: count }, (_, at) => ({
      ...layer,
      annotations: { at: `${at}` },
    }));
  };
  for (const word of ['a', 'b', 'c', 'd']) {
    await charts.putJson(MANIFEST, {
      schemaVersion: 2,
      config: await charts.putJson('application/vnd.oci.empty.v1+json', {}),
      layers: await layers(50, word),
      subject: chart,
    });
  }
  await charts.attachBundle(chart);
  const evidence = evidenceIn(await walk());
  expect(evidence.filter(({ manifest }) => manifest)).toHaveLength(100);
  expect(
    evidence.flatMap(({ manifest, problem }) =>
      manifest ? [] : [problem?.code],
    ),
  ).toEqual(
    expect.arrayContaining([
      undefined,
      'evidence-too-large',
      'evidence-too-large',
    ]),
  );
});

describe('a chart with its provenance file first', () => {
  let file: Descriptor;
  let archive: Descriptor;
  let signed: Descriptor;

  beforeEach(async () => {
    file = await charts.put(
      `${HELM}.chart.provenance.v1.prov`,
      Buffer.from('-----BEGIN PGP SIGNED MESSAGE-----'),
    );
    archive = await charts.put(
      `${HELM}.chart.content.v1.tar+gzip`,
      Buffer.from('archive'),
    );
    signed = await charts.putJson(MANIFEST, {
      schemaVersion: 2,
      config: await charts.putJson(`${HELM}.config.v1+json`, {
        name: 'payments',
        version: '3.0.0',
      }),
      layers: [file, archive],
    });
    await charts.store.tag(signed, '3.0.0');
  });

  it('is the same chart, and the file is evidence about it', async () => {
    const result = await walk();
    expect(result.evidence).toMatchObject([
      {
        evidence: {
          digest: file.digest,
          manifest: signed.digest,
          subject: signed.digest,
          kind: 'provenance-file',
          format: 'helm-provenance',
        },
        chart: {
          name: 'payments',
          version: '3.0.0',
          chartLayerDigest: archive.digest,
        },
      },
    ]);
    expect((await walk(knownAfter(result))).evidence).toEqual([]);
  });

  it('has the file read later when it is known but was not', async () => {
    const first = await walk();
    const known = knownAfter(first);
    known.evidence.clear();
    const chart = {
      name: 'payments',
      version: '3.0.0',
      chartLayerDigest: archive.digest,
    };
    known.provenanceFiles = new Map([[signed.digest, { layer: file, chart }]]);
    expect((await walk(known)).evidence).toEqual(first.evidence);
  });

  it('whose file is too large says so', async () => {
    const { evidence } = await walkRepository(charts.store, nothingKnown(), {
      now: () => NOW,
      bounds: { maxEvidenceBytes: 3 },
    });
    expect(evidence).toMatchObject([
      { evidence: { problem: { code: 'evidence-too-large' } } },
    ]);
  });
});

it('a chart under an index is signed by what signs the index', async () => {
  const inner = await charts.chart('4.0.0', { tag: null });
  const index = await charts.index('4.0.0', [inner]);
  await charts.attachBundle(index);
  await charts.attachBundle(inner);
  expect(evidenceIn(await walk()).map(({ subject }) => subject)).toEqual([
    index.digest,
  ]);
});
