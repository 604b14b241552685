import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blob, CONFIG, manifest, pushAll } from '../__testUtils__/fixtures';
import { forEachLimited } from './forEachLimited';
import { MemoryStore } from './MemoryStore';
import { OciLayout } from './OciLayout';
import type { Deleter, Target } from './Target';

const layer = blob('chart');
const chart = manifest({ layers: [layer] });
const signature = manifest({ subject: chart.descriptor, artifactType: 'sig' });
const gone = expect.objectContaining({ code: 'not-found' });

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'oras-'));
});
afterEach(() => rm(directory, { recursive: true }));

const kinds: [string, () => Promise<Target & Deleter>][] = [
  ['MemoryStore', async () => new MemoryStore()],
  ['OciLayout', () => OciLayout.open(directory, { create: true })],
];

async function tagsOf(target: Target): Promise<string[]> {
  const tags: string[] = [];
  for await (const page of target.tags()) {
    tags.push(...page);
  }
  return tags;
}

describe.each(kinds)('deleting from %s', (_, make) => {
  let target: Target & Deleter;
  beforeEach(async () => {
    target = await make();
    await pushAll(target, CONFIG, layer, chart, signature);
    for (const tag of ['1.0.0', 'stable']) {
      await target.tag(chart.descriptor, tag);
    }
  });

  it('takes one tag and leaves its manifest', async () => {
    await target.untag('stable');
    expect(await tagsOf(target)).toEqual(['1.0.0']);
    await target.untag('1.0.0');
    await expect(target.untag('1.0.0')).rejects.toEqual(gone);
    await expect(target.resolve('1.0.0')).rejects.toEqual(gone);
    expect(await target.resolve(chart.descriptor.digest)).toEqual(
      chart.descriptor,
    );
    expect(await target.exists(chart.descriptor)).toBe(true);
  });

  it('takes a manifest with its tags, and another out of the referrers', async () => {
    await target.delete(signature.descriptor);
    expect((await target.referrers(chart.descriptor)).descriptors).toEqual([]);
    expect(await tagsOf(target)).toEqual(['1.0.0', 'stable']);
    await target.delete(chart.descriptor);
    expect(await tagsOf(target)).toEqual([]);
    await expect(target.resolve(chart.descriptor.digest)).rejects.toEqual(gone);
    await expect(target.fetch(chart.descriptor)).rejects.toEqual(gone);
    await expect(target.delete(chart.descriptor)).rejects.toEqual(gone);
    expect(await target.exists(layer.descriptor)).toBe(true);
  });

  it('takes a blob, but not what a manifest is made of', async () => {
    await target.delete(layer.descriptor);
    await expect(target.fetch(layer.descriptor)).rejects.toEqual(gone);
    await expect(target.delete(layer.descriptor)).rejects.toEqual(gone);
    const mediaType = 'application/octet-stream';
    await target.delete({ ...chart.descriptor, mediaType });
    expect(await target.resolve('1.0.0')).toEqual(chart.descriptor);
  });

  it('takes what is pushed again as new', async () => {
    await target.delete(chart.descriptor);
    await target.delete(layer.descriptor);
    await pushAll(target, layer, chart);
    expect(await tagsOf(target)).toEqual([]);
    expect(await target.fetch(layer.descriptor)).toEqual(layer.bytes);
    const { descriptors } = await target.referrers(chart.descriptor);
    expect(descriptors).toHaveLength(1);
  });
});

it('leaves no file and one entry a manifest in a layout', async () => {
  const layout = await OciLayout.open(directory, { create: true });
  await pushAll(layout, layer, chart, signature);
  await layout.tag(chart.descriptor, '1.0.0');
  await layout.tag(chart.descriptor, 'stable');
  await layout.untag('1.0.0');
  await layout.untag('stable');
  await layout.delete(signature.descriptor);
  await layout.delete(layer.descriptor);
  const { manifests } = JSON.parse(
    await readFile(join(directory, 'index.json'), 'utf8'),
  );
  expect(manifests).toEqual([chart.descriptor]);
  expect(await readdir(join(directory, 'blobs', 'sha256'))).toEqual([
    chart.descriptor.digest.split(':')[1],
  ]);
});

it('says that work failed only when what was begun has ended', async () => {
  const ended: number[] = [];
  const work = forEachLimited([1, 2, 3, 4], 2, async item => {
    if (item === 1) {
      throw new Error('first');
    }
    await new Promise(resolve => setImmediate(resolve));
    ended.push(item);
  });
  await expect(work).rejects.toThrow('first');
  expect(ended).toEqual([2]);
});
