import { Descriptor } from 'chart-provenance-oras';
import { ChartRepository } from './__testUtils__/ChartRepository';
import { knownAfter, nothingKnown } from './__testUtils__/known';
import { DEFAULT_WALK_BOUNDS, WalkBounds } from './options';
import { WalkResult } from './types';
import { walkRepository } from './walkRepository';

const SIMPLE = 'application/vnd.dev.cosign.simplesigning.v1+json';
const DSSE = 'application/vnd.dsse.envelope.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const HELM = 'application/vnd.cncf.helm';
const NOW = new Date('2026-11-22T12:00:00Z');

let charts: ChartRepository;
let chart: Descriptor;

beforeEach(async () => {
  charts = new ChartRepository();
  chart = await charts.chart('1.0.0');
});

const walk = (bounds: Partial<WalkBounds> = {}, known = nothingKnown()) =>
  walkRepository(charts.store, known, { now: () => NOW, bounds });

const evidenceIn = ({ evidence }: WalkResult) =>
  evidence.map(each => each.evidence);

const namesIn = (result: WalkResult) =>
  evidenceIn(result).map(({ subject, digest }) => `${subject} ${digest}`);

const manifestOf = async (layers: object[], more: object = {}) => ({
  schemaVersion: 2,
  config: await charts.putJson('application/vnd.oci.image.config.v1+json', {}),
  layers,
  ...more,
});

const tagAs = async (suffix: string, manifest: object, subject = chart) => {
  const made = await charts.putJson(MANIFEST, manifest);
  await charts.store.tag(made, `${subject.digest.replace(':', '-')}.${suffix}`);
  return made;
};

const copies = (layer: Descriptor, count = 50) =>
  Array.from({ length: count }, (_, at) => ({
    ...layer,
    annotations: { at: `${at}` },
  }));

/** How often something else could run meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let done = false;
  const turn = () => {
    turns += 1;
    if (!done) {
      setImmediate(turn);
    }
  };
  setImmediate(turn);
  await work();
  done = true;
  return turns;
}

// Rows with one name cannot be written in one statement: PostgreSQL refuses the whole walk, and with it the chart.
describe('evidence is named once, whatever is pushed:', () => {
  const TWINS: [string, object, object][] = [
    ['no annotations, and none at all', { annotations: {} }, {}],
    [
      'more annotations than are read, and none',
      { annotations: { a: 'x'.repeat(70_000) } },
      {},
    ],
    ['what is not kept of a descriptor', { artifactType: 'a' }, {}],
  ];

  it.each(TWINS)('%s', async (_, one, other) => {
    const layer = await charts.putJson(SIMPLE, {});
    const layers = [
      { ...layer, ...one },
      { ...layer, ...other },
    ];
    await tagAs('sig', await manifestOf(layers));
    const names = namesIn(await walk());
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)]);
  });

  it('a provenance file that is a signature manifest as well', async () => {
    const layer = await charts.putJson(
      'application/vnd.dev.sigstore.bundle.v0.3+json',
      {},
    );
    const twice = await charts.putJson(MANIFEST, await manifestOf([layer]));
    const crafted = await charts.putJson(MANIFEST, {
      schemaVersion: 2,
      config: await charts.putJson(`${HELM}.config.v1+json`, {
        name: 'payments',
        version: '2.0.0',
      }),
      layers: [
        await charts.putJson(`${HELM}.chart.content.v1.tar+gzip`, {}),
        { ...twice, mediaType: `${HELM}.chart.provenance.v1.prov` },
      ],
    });
    await charts.store.tag(crafted, '2.0.0');
    const tag = `${crafted.digest.replace(':', '-')}.sig`;
    await charts.store.tag(twice, tag);
    const names = namesIn(await walk());
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe('layers that share a payload', () => {
  it('each count as what is held, so that a walk ends in time', async () => {
    const payload = await charts.putJson(DSSE, { padding: 'x'.repeat(20_000) });
    await tagAs('att', await manifestOf(copies(payload)));
    const result = await walk({ maxBytes: 200_000 });
    expect(result.problems).toMatchObject([{ code: 'evidence-incomplete' }]);
    expect(result.evidence).toEqual([]);
    const next = await walk({}, knownAfter(result));
    expect(next.problems).toEqual([]);
    expect(next.evidence).toHaveLength(50);
  });

  it('are told as too large where one walk could not hold them all, and are not begun anew for ever', async () => {
    const payload = await charts.putJson(DSSE, { padding: 'x'.repeat(20_000) });
    const { digest } = await tagAs('att', await manifestOf(copies(payload)));
    const bounds = { maxBytes: 200_000, maxLayerBytes: 50_000 };
    const result = await walk(bounds);
    expect(result.problems).toEqual([]);
    expect(evidenceIn(result)).toMatchObject([
      { digest, kind: 'unknown', problem: { code: 'evidence-too-large' } },
    ]);
    const next = await walk(bounds, knownAfter(result));
    expect(next).toMatchObject({ problems: [], evidence: [] });
    expect(next.referrers).toMatchObject([{ digests: [digest] }]);
  });

  it('fit into a walk with as many others as are read beside them', () => {
    const { concurrency, maxBytes, maxManifestBytes, maxLayerBytes } =
      DEFAULT_WALK_BOUNDS;
    expect(
      concurrency * (maxManifestBytes + maxLayerBytes),
    ).toBeLessThanOrEqual(maxBytes);
  });

  it('let other work run in between', async () => {
    const payload = await charts.putJson(DSSE, {});
    await tagAs('att', await manifestOf(copies(payload, 20)));
    let result: WalkResult | undefined;
    const turns = await turnsDuring(async () => {
      result = await walk();
    });
    expect(result?.evidence).toHaveLength(20);
    expect(turns).toBeGreaterThanOrEqual(20);
  });
});

describe('a provenance file is read from a manifest as Helm writes it only:', () => {
  const layerOf = (type: string, word: string) =>
    charts.putJson(`${HELM}.chart.${type}`, { word });
  const archive = () => layerOf('content.v1.tar+gzip', 'archive');
  const file = (word = 'file') => layerOf('provenance.v1.prov', word);
  const other = () => charts.putJson('application/gzip', { other: true });

  it.each<[string, () => Promise<Descriptor>[], number]>([
    ['the archive and the file', () => [archive(), file()], 1],
    ['the file and the archive', () => [file(), archive()], 1],
    // Flux takes the first layer unless it is told which.
    ['another layer first', () => [other(), archive(), file()], 0],
    ['another layer last', () => [archive(), file(), other()], 0],
    // Helm takes the last, others the first.
    ['two files', () => [archive(), file('a'), file('b')], 0],
  ])('%s', async (_, layers, found) => {
    const made = await charts.putJson(MANIFEST, {
      schemaVersion: 2,
      config: await charts.putJson(`${HELM}.config.v1+json`, {
        name: 'payments',
        version: '3.0.0',
      }),
      layers: await Promise.all(layers()),
    });
    await charts.store.tag(made, '3.0.0');
    expect(evidenceIn(await walk())).toHaveLength(found);
  });
});

it('a manifest of many small annotations is not read', async () => {
  const payload = await charts.putJson(SIMPLE, {});
  const layers = Array.from({ length: 50 }, (_, layer) => ({
    ...payload,
    annotations: Object.fromEntries(
      Array.from({ length: 900 }, (__, at) => [`a${layer}-${at}`, '']),
    ),
  }));
  await tagAs('sig', await manifestOf(layers));
  expect(evidenceIn(await walk())).toMatchObject([
    { kind: 'unknown', problem: { code: 'evidence-too-large' } },
  ]);
});
