import { Descriptor } from 'chart-provenance-oras';
import { openKept, openLayer } from '../evidence';
import {
  BUNDLE,
  ChartRepository,
  COSIGN_SIGN,
} from './__testUtils__/ChartRepository';
import { knownAfter, nothingKnown } from './__testUtils__/known';
import { REPOSITORY, serveRepository } from './__testUtils__/servedRepository';
import { WalkOptions } from './options';
import { walkRepository } from './walkRepository';

// A loaded machine takes several times as long.
jest.setTimeout(60_000);

const MIB = 1024 * 1024;
const DSSE = 'application/vnd.dsse.envelope.v1+json';
const utf8 = (text: string) => new TextEncoder().encode(text);

let charts: ChartRepository;
let chart: Descriptor;

beforeEach(async () => {
  charts = new ChartRepository();
  chart = await charts.chart('1.0.0');
});

const walk = (known = nothingKnown(), options: Partial<WalkOptions> = {}) =>
  walkRepository(charts.store, known, {
    now: () => new Date('2026-11-22T12:00:00Z'),
    ...options,
  });

const messageBundle = (hint: string) => ({
  mediaType: BUNDLE,
  verificationMaterial: { publicKey: { hint }, tlogEntries: [] },
  messageSignature: {
    messageDigest: { algorithm: 'SHA2_256', digest: 'AAAA' },
    signature: 'AAAA',
  },
});

describe('a bundle that signs the chart manifest itself', () => {
  it('is kept with the manifest, and is a signature of no type', async () => {
    const bundle = await charts.putJson(BUNDLE, messageBundle(''));
    await charts.attach(chart, bundle);
    const { evidence, problems } = await walk();
    expect(problems).toEqual([]);
    expect(evidence).toHaveLength(1);
    const [{ evidence: piece, bytes = new Uint8Array() }] = evidence;
    expect(piece).toMatchObject({
      kind: 'signature',
      format: 'sigstore-bundle-v0.3',
    });
    expect(piece.predicateType).toBeUndefined();
    const kept = openKept(bytes);
    expect(Buffer.from(kept.bundle)).toEqual(
      Buffer.from(await charts.store.fetch(bundle, { maxBytes: MIB })),
    );
    const { bytes: manifest } = await charts.store.fetchManifest(chart.digest, {
      maxBytes: MIB,
    });
    expect(kept.signed && Buffer.from(kept.signed)).toEqual(
      Buffer.from(manifest),
    );
  });

  it('asks for the manifest once, however many there are', async () => {
    for (const hint of ['a', 'b', 'c']) {
      const bundle = await charts.putJson(BUNDLE, messageBundle(hint));
      await charts.attach(chart, bundle);
    }
    const known = knownAfter(await walk());
    known.evidence.clear();
    const served = await serveRepository(charts.store, { referrersApi: true });
    try {
      const again = await walkRepository(served.target, known, {
        now: () => new Date('2026-11-24T12:00:00Z'),
      });
      expect(again.evidence).toHaveLength(3);
      const asked = served
        .takePaths()
        .filter(path => path === `GET manifests/${chart.digest}`);
      expect([REPOSITORY, asked.length]).toEqual([REPOSITORY, 1]);
    } finally {
      await served.close();
    }
  });

  it('is asked for again when the manifest could not be read', async () => {
    await charts.attach(chart, await charts.putJson(BUNDLE, messageBundle('')));
    const known = knownAfter(await walk());
    known.evidence.clear();
    const { store } = charts;
    const fetchManifest = store.fetchManifest.bind(store);
    jest
      .spyOn(store, 'fetchManifest')
      .mockImplementation((digest, options) =>
        digest === chart.digest
          ? Promise.reject(new Error('gone'))
          : fetchManifest(digest, options),
      );
    const { evidence, problems, referrers } = await walk(known, {
      now: () => new Date('2026-11-24T12:00:00Z'),
    });
    expect(evidence).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(referrers[0].digests).toHaveLength(1);
  });
});

describe('what is large', () => {
  it('is read up to 8 MiB, and told by its statement', async () => {
    await charts.attachBundle(
      chart,
      'https://spdx.dev/Document',
      'x'.repeat(5 * MIB),
    );
    const [{ evidence, bytes }] = (await walk()).evidence;
    expect(evidence).toMatchObject({
      kind: 'sbom',
      format: 'sigstore-bundle-v0.3',
      predicateType: 'https://spdx.dev/Document',
    });
    expect(evidence.problem).toBeUndefined();
    expect(bytes?.length).toBeGreaterThan(6 * MIB);
  });

  it('is read in a layer of cosign 2 as well', async () => {
    const statement = {
      _type: 'https://in-toto.io/Statement/v0.1',
      predicateType: 'https://cyclonedx.org/bom',
      subject: [{ digest: { sha256: chart.digest.slice(7) } }],
      predicate: { padding: 'x'.repeat(MIB) },
    };
    const layer = await charts.putJson(DSSE, {
      payloadType: 'application/vnd.in-toto+json',
      payload: Buffer.from(JSON.stringify(statement)).toString('base64'),
      signatures: [{ sig: 'AAAA' }],
    });
    await charts.attach(chart, layer);
    const [{ evidence, bytes = new Uint8Array() }] = (await walk()).evidence;
    expect(evidence).toMatchObject({
      kind: 'sbom',
      predicateType: 'https://cyclonedx.org/bom',
    });
    expect(evidence.problem).toBeUndefined();
    expect(openLayer(bytes).payload).toHaveLength(layer.size);
  });

  it('does not count as a payload of simple signing', async () => {
    const layer = await charts.put(
      'application/vnd.dev.cosign.simplesigning.v1+json',
      new Uint8Array(256 * 1024 + 1).fill(0x20),
    );
    await charts.attach(chart, layer);
    const [{ evidence }] = (await walk()).evidence;
    expect(evidence.problem?.code).toBe('evidence-too-large');
  });
});

describe('contents that somebody else decodes', () => {
  const large = new Uint8Array(MIB).fill(0x20);
  const problem = { code: 'verifier-failed' as const, message: 'It broke.' };

  const attachBoth = async () => {
    await charts.attach(chart, await charts.put(BUNDLE, large));
    await charts.attach(chart, await charts.put(DSSE, large));
  };

  it('are what whoever decodes says they are, a bundle and a layer', async () => {
    await attachBoth();
    const asked: [string, number][] = [];
    const { evidence } = await walk(nothingKnown(), {
      decode: async (piece, bytes) => {
        asked.push([piece.format, bytes.length]);
        return { ...piece, problem };
      },
    });
    expect(asked.sort()).toEqual([
      ['cosign-legacy', MIB],
      ['sigstore-bundle-other', MIB],
    ]);
    expect(evidence.map(each => each.evidence.problem)).toEqual([
      problem,
      problem,
    ]);
  });

  it('are not read where there is nobody to decode them, and asked for again', async () => {
    await attachBoth();
    const nobody = Object.assign(new Error('The verifier was closed.'), {
      name: 'VerifierUnavailableError',
    });
    const result = await walk(nothingKnown(), {
      decode: () => Promise.reject(nobody),
    });
    expect(result.evidence).toEqual([]);
    expect(result.referrers[0].digests).toHaveLength(2);
    const unread = {
      code: 'verifier-failed',
      side: 'trust',
      message: 'The verifier was closed. It is read by the next walk.',
    };
    expect(result.problems).toMatchObject([unread, unread]);
    const next = await walk(knownAfter(result));
    expect(next.evidence).toHaveLength(2);
  });
});

describe('an SBOM that nobody signed', () => {
  const SPDX = utf8('{"spdxVersion":"SPDX-2.3"}');

  it('is read whole', async () => {
    await charts.attach(chart, await charts.put('application/spdx+json', SPDX));
    const [{ evidence, bytes }] = (await walk()).evidence;
    expect(evidence).toMatchObject({ kind: 'sbom', format: 'raw' });
    expect(evidence.predicateType).toBeUndefined();
    expect(bytes && Buffer.from(bytes)).toEqual(Buffer.from(SPDX));
  });

  it('is the layer that says so, of several', async () => {
    const readme = await charts.put('text/markdown', utf8('# SBOM'));
    const sbom = await charts.put('application/spdx+json', SPDX);
    await charts.putJson('application/vnd.oci.image.manifest.v1+json', {
      schemaVersion: 2,
      config: await charts.putJson('application/vnd.oci.empty.v1+json', {}),
      layers: [readme, sbom],
      subject: chart,
    });
    const [{ evidence, bytes }] = (await walk()).evidence;
    expect(evidence).toMatchObject({
      mediaType: 'application/spdx+json',
      layer: { digest: sbom.digest, size: sbom.size },
    });
    expect(bytes && Buffer.from(bytes)).toEqual(Buffer.from(SPDX));
  });

  it('is not read when it is larger than anything is', async () => {
    const huge = new Uint8Array(8 * MIB + 1).fill(0x20);
    await charts.attach(chart, await charts.put('application/spdx+json', huge));
    const [{ evidence, bytes }] = (await walk()).evidence;
    expect(evidence).toMatchObject({
      kind: 'sbom',
      problem: { code: 'evidence-too-large' },
    });
    expect(bytes).toBeUndefined();
  });

  it('is never a signature, whatever it is called', async () => {
    await charts.attach(
      chart,
      await charts.put('application/spdx+json', SPDX),
      { 'dev.sigstore.bundle.predicateType': COSIGN_SIGN },
    );
    const [{ evidence }] = (await walk()).evidence;
    expect(evidence).toMatchObject({ kind: 'sbom', format: 'raw' });
  });
});
