import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blob, CONFIG, manifest, pushAll } from '../__testUtils__/fixtures';
import { copy } from './copy';
import { MemoryStore } from './MemoryStore';
import { OciLayout } from './OciLayout';

const layer = blob('chart');
const chart = manifest({ layers: [layer] });
const signature = manifest({ subject: chart.descriptor, artifactType: 'sig' });

let directory: string;
let layout: OciLayout;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'oras-'));
  layout = await OciLayout.open(directory, { create: true });
  await pushAll(layout, CONFIG, layer, chart, signature);
  await layout.tag(chart.descriptor, '1.0.0');
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

const blobPath = (digest: string) =>
  join(directory, 'blobs', ...digest.split(':'));
const readIndex = async () =>
  JSON.parse(await readFile(join(directory, 'index.json'), 'utf8'));

describe('OciLayout', () => {
  it('writes what the specification says', async () => {
    expect(
      JSON.parse(await readFile(join(directory, 'oci-layout'), 'utf8')),
    ).toEqual({ imageLayoutVersion: '1.0.0' });
    expect(await readIndex()).toEqual({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [
        signature.descriptor,
        {
          ...chart.descriptor,
          annotations: { 'org.opencontainers.image.ref.name': '1.0.0' },
        },
      ],
    });
  });

  it('keeps a manifest listed whose tag moved on, and one entry for each tag', async () => {
    const next = manifest({ annotations: { next: '1' } });
    await pushAll(layout, next);
    await layout.tag(chart.descriptor, 'stable');
    await layout.tag(next.descriptor, '1.0.0');
    await layout.tag(next.descriptor, 'stable');
    await layout.tag(next.descriptor, 'stable');
    const { manifests } = await readIndex();
    const rows = manifests.map(
      (one: { digest: string; annotations?: Record<string, string> }) => [
        one.digest,
        one.annotations?.['org.opencontainers.image.ref.name'],
      ],
    );
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(
      expect.arrayContaining([
        [signature.descriptor.digest, undefined],
        [next.descriptor.digest, '1.0.0'],
        [chart.descriptor.digest, undefined],
        [next.descriptor.digest, 'stable'],
      ]),
    );
  });

  it('loses nothing when many write at once', async () => {
    const second = await OciLayout.open(directory);
    const many = Array.from({ length: 40 }, (_, n) =>
      manifest({ annotations: { n: String(n) } }),
    );
    await Promise.all(
      many.map(async ({ descriptor, bytes }, n) => {
        const target = n % 2 ? layout : second;
        await target.push(descriptor, bytes);
        await target.tag(descriptor, `t${n}`);
      }),
    );
    for (const [n, { descriptor }] of many.entries()) {
      expect(await layout.resolve(`t${n}`)).toEqual(descriptor);
    }
    const files = await readdir(directory);
    expect(files.filter(name => name.startsWith('.tmp'))).toEqual([]);
  });

  it('refuses altered content, in every way it is reached', async () => {
    await writeFile(
      blobPath(signature.descriptor.digest),
      'x'.repeat(signature.descriptor.size),
    );
    const { digest } = signature.descriptor;
    const again = await OciLayout.open(directory);
    const mismatch = { code: 'digest-mismatch' };
    await expect(again.resolve(digest)).rejects.toMatchObject(mismatch);
    await expect(again.fetch(signature.descriptor)).rejects.toMatchObject(
      mismatch,
    );
    // Whether it refers to the chart cannot be known any more: that is no empty list.
    await expect(again.referrers(chart.descriptor)).rejects.toMatchObject(
      mismatch,
    );
  });

  it('follows no link and opens nothing but files', async () => {
    const secret = join(directory, 'secret');
    await writeFile(secret, layer.bytes);
    await rm(blobPath(layer.descriptor.digest));
    await symlink(secret, blobPath(layer.descriptor.digest));
    await expect(layout.fetch(layer.descriptor)).rejects.toMatchObject({
      name: 'OrasError',
    });
    await rm(blobPath(layer.descriptor.digest));
    await mkdir(blobPath(layer.descriptor.digest));
    await expect(layout.fetch(layer.descriptor)).rejects.toMatchObject({
      name: 'OrasError',
    });
  });

  it.each<[string, (file: string) => unknown, string, string]>([
    ['no layout', () => undefined, 'oci-layout', 'not-found'],
    [
      'another version',
      () => ({ imageLayoutVersion: '2.0.0' }),
      'oci-layout',
      'unsupported',
    ],
    [
      'a path for a digest',
      () => ({
        schemaVersion: 2,
        manifests: [{ ...chart.descriptor, digest: 'sha256:../../secret' }],
      }),
      'index.json',
      'malformed-response',
    ],
    [
      'one name twice',
      () => {
        const annotations = { 'org.opencontainers.image.ref.name': '1.0.0' };
        const both = [chart, signature].map(one => ({
          ...one.descriptor,
          annotations,
        }));
        return { schemaVersion: 2, manifests: both };
      },
      'index.json',
      'malformed-response',
    ],
  ])('refuses %s', async (_, content, file, code) => {
    const value = content(file);
    await rm(join(directory, file));
    if (value !== undefined) {
      await writeFile(join(directory, file), JSON.stringify(value));
    }
    const reading = async () =>
      (await OciLayout.open(directory)).resolve('1.0.0');
    await expect(reading()).rejects.toMatchObject({ code });
  });

  it('does not copy what only claims to be a referrer', async () => {
    const stranger = manifest({ annotations: { stranger: 'yes' } });
    await pushAll(layout, stranger);
    const lying = Object.create(layout, {
      referrers: {
        value: async () => ({
          descriptors: [stranger.descriptor, signature.descriptor],
          source: 'fallback-tag',
        }),
      },
    });
    const to = new MemoryStore();
    const { skipped } = await copy(lying, to, '1.0.0', { referrers: true });
    expect(skipped).toContainEqual(stranger.descriptor);
    expect(await to.exists(stranger.descriptor)).toBe(false);
    expect(await to.exists(signature.descriptor)).toBe(true);
  });
});
