import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Descriptor } from '../descriptor/Descriptor';
import {
  blob,
  CONFIG,
  index,
  manifest,
  pushAll,
} from '../__testUtils__/fixtures';
import { closeRegistries, testRegistry } from '../__testUtils__/registry';
import { copy } from './copy';
import { MemoryStore } from './MemoryStore';
import { OciLayout } from './OciLayout';
import type { Referrers, Target } from './Target';

const SIGNATURE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const directories: string[] = [];

const remote = (options: object) => async () =>
  (await testRegistry(options)).client();

const kinds: [string, () => Promise<Target>, Referrers['source']][] = [
  ['MemoryStore', async () => new MemoryStore(), 'api'],
  [
    'OciLayout',
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'oras-'));
      directories.push(directory);
      return OciLayout.open(join(directory, 'new'), { create: true });
    },
    'api',
  ],
  ['RemoteRepository', remote({}), 'api'],
  [
    'RemoteRepository in pages of 2',
    remote({ pageSize: { tags: 2, referrers: 2 } }),
    'api',
  ],
  [
    'RemoteRepository without referrers API',
    remote({ referrersApi: false }),
    'fallback-tag',
  ],
];

afterEach(async () => {
  await closeRegistries();
  await Promise.all(
    directories.splice(0).map(one => rm(one, { recursive: true })),
  );
});

const code = (expected: string) => expect.objectContaining({ code: expected });

async function allTags(target: Target, options = {}): Promise<string[]> {
  const tags: string[] = [];
  for await (const page of target.tags(options)) {
    tags.push(...page);
  }
  return tags.filter(tag => !tag.startsWith('sha256-'));
}

const digests = (descriptors: Descriptor[]) =>
  descriptors.map(({ digest }) => digest).sort();

describe.each(kinds)('%s', (_, make, source) => {
  const layer = blob('chart');
  const chart = manifest({ layers: [layer] });
  const other = manifest({ annotations: { other: 'yes' } });
  const signatures = [1, 2, 3, 4, 5].map(n =>
    manifest({
      subject: chart.descriptor,
      artifactType: SIGNATURE,
      annotations: { n: String(n) },
    }),
  );
  const sbom = manifest({ subject: chart.descriptor, artifactType: 'sbom/x' });

  it('gives back what was pushed, and nothing else', async () => {
    const target = await make();
    expect(await target.exists(layer.descriptor)).toBe(false);
    await pushAll(target, CONFIG, layer, chart);
    await pushAll(target, CONFIG, layer, chart);
    await target.tag(chart.descriptor, '1.0.0');
    expect(await target.exists(layer.descriptor)).toBe(true);
    expect(await target.exists(chart.descriptor)).toBe(true);
    expect(await target.resolve('1.0.0')).toEqual(chart.descriptor);
    expect(await target.resolve(chart.descriptor.digest)).toEqual(
      chart.descriptor,
    );
    expect(await target.fetch(layer.descriptor)).toEqual(layer.bytes);
    expect(await target.fetch(chart.descriptor)).toEqual(chart.bytes);
    expect(await target.fetchManifest('1.0.0')).toEqual(chart);
  });

  it('refuses what does not fit its descriptor or bound', async () => {
    const target = await make();
    await pushAll(target, CONFIG, layer, chart);
    const { digest } = layer.descriptor;
    await expect(
      target.push({ ...layer.descriptor, size: 6 }, layer.bytes),
    ).rejects.toThrow(code('size-mismatch'));
    await expect(
      target.push(layer.descriptor, new TextEncoder().encode('chars')),
    ).rejects.toThrow(code('digest-mismatch'));
    await expect(
      target.fetch({ ...layer.descriptor, size: 4 }),
    ).rejects.toMatchObject({ name: 'OrasError' });
    await expect(
      target.fetch({ ...layer.descriptor, size: 6 }),
    ).rejects.toThrow(code('size-mismatch'));
    await expect(
      target.fetch(layer.descriptor, { maxBytes: 4 }),
    ).rejects.toThrow(code('too-large'));
    await expect(
      target.fetch({ ...layer.descriptor, size: 1e9 }),
    ).rejects.toThrow(code('too-large'));
    await expect(
      target.fetch({
        ...layer.descriptor,
        digest: `${digest}/../x` as typeof digest,
      }),
    ).rejects.toThrow(code('invalid-reference'));
    await expect(target.fetch(blob('none').descriptor)).rejects.toThrow(
      code('not-found'),
    );
    await expect(target.resolve('none')).rejects.toThrow(code('not-found'));
    await expect(target.tag(other.descriptor, 'x')).rejects.toThrow(
      code('not-found'),
    );
    await expect(target.tag(chart.descriptor, '../x')).rejects.toThrow(
      code('invalid-reference'),
    );
    await expect(
      target.resolve('1.0.0', { signal: AbortSignal.abort() }),
    ).rejects.toThrow(code('aborted'));
  });

  it('moves tags and lists them in order', async () => {
    const target = await make();
    await pushAll(target, CONFIG, layer, chart, other);
    for (const tag of ['c', 'a', 'b', 'E', 'd']) {
      await target.tag(chart.descriptor, tag);
    }
    await target.tag(other.descriptor, 'a');
    expect(await target.resolve('a')).toEqual(other.descriptor);
    expect(await target.resolve('b')).toEqual(chart.descriptor);
    expect(await allTags(target)).toEqual(['E', 'a', 'b', 'c', 'd']);
    expect(await allTags(target, { pageSize: 1, last: 'b' })).toEqual([
      'c',
      'd',
    ]);
    await expect(allTags(target, { maxTags: 4 })).rejects.toThrow(
      code('too-many'),
    );
    await expect(allTags(target, { pageSize: 1, maxPages: 2 })).rejects.toThrow(
      code('too-many'),
    );
  });

  it('lists referrers, of whatever order of arrival', async () => {
    const target = await make();
    await pushAll(target, CONFIG, layer, signatures[0], chart, sbom);
    await Promise.all(signatures.map(one => pushAll(target, one)));
    const all = await target.referrers(chart.descriptor);
    expect(all.source).toBe(source);
    expect(digests(all.descriptors)).toEqual(
      digests([...signatures, sbom].map(({ descriptor }) => descriptor)),
    );
    expect(all.descriptors).toContainEqual({
      ...sbom.descriptor,
      artifactType: 'sbom/x',
    });
    const filtered = await target.referrers(chart.descriptor, {
      artifactType: 'sbom/x',
    });
    // A fallback index is not filtered: its artifact types lie.
    expect(filtered.descriptors).toHaveLength(source === 'api' ? 1 : 6);
    expect((await target.referrers(other.descriptor)).descriptors).toEqual([]);
    await expect(
      target.referrers(chart.descriptor, { maxReferrers: 5 }),
    ).rejects.toThrow(code('too-many'));
  });

  it('copies a graph with referrers of referrers', async () => {
    const from = await make();
    const nested = manifest({ subject: sbom.descriptor, artifactType: 'sig' });
    const list = index([chart.descriptor, other.descriptor]);
    await pushAll(from, CONFIG, layer, chart, other, list, sbom, nested);
    await from.tag(list.descriptor, '1.0.0');

    const bare = new MemoryStore();
    expect(await copy(from, bare, '1.0.0')).toMatchObject({ manifests: 3 });
    expect(await bare.exists(sbom.descriptor)).toBe(false);

    const to = await make();
    const result = await copy(from, to, '1.0.0', { referrers: true });
    expect(result).toEqual({
      descriptor: list.descriptor,
      manifests: 5,
      skipped: [],
    });
    expect(await to.resolve('1.0.0')).toEqual(list.descriptor);
    expect(await to.fetch(layer.descriptor)).toEqual(layer.bytes);
    const found = await to.referrers(sbom.descriptor);
    expect(digests(found.descriptors)).toEqual([nested.descriptor.digest]);

    for (const bound of [{ depth: 2 }, { maxManifests: 4 }]) {
      const empty = new MemoryStore();
      await expect(
        copy(from, empty, '1.0.0', { referrers: true, ...bound }),
      ).rejects.toThrow(code('too-many'));
      expect(await empty.exists(layer.descriptor)).toBe(false);
    }
  });
});
