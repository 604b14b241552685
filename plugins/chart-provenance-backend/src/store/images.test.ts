import { reasonOf, Verdict } from 'backstage-plugin-chart-provenance-common';
import { ChosenImages } from 'backstage-plugin-chart-provenance-common/images';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  createTestDatabases,
  openStore,
  TestClock,
} from './__testUtils__/testDatabases';
import {
  digestOf,
  leaseRow,
  PAYMENTS,
  record,
  replaceInventory,
  tagAt,
  walkedVersion,
} from './__testUtils__/walkFixtures';
import { DatabaseChartStore } from './DatabaseChartStore';
import { ImageLook, RecordedImages } from './ImageStore';
import { imageLooksKey, imagesKey } from './workKeys';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const MIGRATION = '20261125010000_images.js';
const NAME = 'ghcr.io/acme/app';
const IMAGE = digestOf('image');
const { chartId, registry } = PAYMENTS;
const later = { dueAt: '2099-01-01T00:00:00.000Z', problem: null };

const chosen = (items: [tag: string | null, digest: string | null][]) =>
  ({
    from: 'rendered',
    values: 'its own',
    problem: null,
    cut: false,
    items: items.map(([tag, digest]) => ({
      written: `${NAME}:${tag}`,
      name: NAME,
      tag,
      digest,
      usedBy: ['Deployment/payments'],
    })),
  } satisfies ChosenImages);

const recorded = (
  version: string,
  ...items: [string | null, string | null][]
): RecordedImages => ({
  digest: digestOf(version),
  archive: {
    settings: '1',
    readAt: '2026-11-22T12:00:00.000Z',
    rendered: chosen(items),
    notRendered: null,
    values: null,
    mayPass: false,
  },
  chosen: chosen(items),
});

const verdict: Verdict = {
  status: 'verified',
  reasons: [reasonOf('policy-met', 'It is.')],
  requirements: [],
  policies: ['acme-release'],
  decidedAt: '2026-11-22T12:00:00.000Z',
};

const lookAt = (reference: string): ImageLook => ({
  reference,
  digest: IMAGE,
  verdict,
  policy: 'acme-release',
  inputsHash: 'inputs',
  checkedAt: '2026-11-22T12:00:00.000Z',
  attemptedAt: '2026-11-22T12:00:00.000Z',
  problem: null,
});

/** A store with four versions, of which the highest is a pre-release. */
async function filled(id: Parameters<typeof databases.init>[0]) {
  const knex = await databases.init(id);
  const clock = new TestClock();
  const store = await openStore(knex, clock);
  await replaceInventory(store, [PAYMENTS]);
  const versions = ['1.0.0', '1.1.0', '1.2.0', '2.0.0-rc.1'];
  await record(store, clock, {
    versions: versions.map(version => walkedVersion(version)),
    tags: versions.map(version => tagAt(version, digestOf(version))),
  });
  await store.images.ensure({ charts: [{ chartId, registry }] });
  return { knex, clock, store };
}

async function write(
  store: DatabaseChartStore,
  images: RecordedImages[],
  repositories = [{ name: NAME, host: 'ghcr.io' }],
) {
  await store.queue.makeRowDue(imagesKey(chartId));
  const lease = await leaseRow(store, imagesKey(chartId));
  await store.images.recordImages(chartId, images, repositories, lease, later);
}

describe.each(databases.eachSupportedId())('images on %s', id => {
  it('names the versions that matter: the newest, and those that run', async () => {
    const { store } = await filled(id);
    const ask = async (
      which: Partial<Parameters<typeof store.images.versionsThatMatter>[1]>,
    ) =>
      (
        await store.images.versionsThatMatter(chartId, {
          newest: 1,
          digests: [],
          versions: [],
          limit: 20,
          ...which,
        })
      ).map(({ digest }) => digest);
    expect(await ask({})).toEqual([digestOf('1.2.0')]);
    expect(
      await ask({
        digests: [digestOf('1.0.0'), digestOf('nowhere')],
        versions: ['1.2.0', '2.0.0-rc.1'],
      }),
    ).toEqual(['2.0.0-rc.1', '1.2.0', '1.0.0'].map(word => digestOf(word)));
    expect(await ask({ newest: 4, limit: 2 })).toHaveLength(2);
    expect(
      await store.images.version(chartId, digestOf('nowhere')),
    ).toBeUndefined();
  });

  it('reads no chart that may not be read any more', async () => {
    const { store } = await filled(id);
    expect(await store.images.readChart(chartId)).toMatchObject({ chartId });
    await replaceInventory(store, []);
    expect(await store.images.readChart(chartId)).toBeUndefined();
    expect(await store.images.readChart('nowhere000000000')).toBeUndefined();
  });

  it('keeps what was read, gives new repositories their work, and finds who names an image', async () => {
    const { store } = await filled(id);
    await write(store, [
      recorded('1.2.0', ['1.2', null], ['1.2', IMAGE]),
      recorded('1.1.0', ['1.1', null]),
    ]);
    const [version] = await store.images.versionsThatMatter(chartId, {
      ...{ newest: 1, digests: [], versions: [], limit: 1 },
    });
    expect(version.archive).toMatchObject({ settings: '1' });
    expect(await store.images.names()).toEqual([NAME]);
    expect(await store.images.repositoryOfKey(imageLooksKey(NAME))).toBe(NAME);
    expect(await store.images.referencesOf(NAME, 10)).toEqual([
      IMAGE,
      '1.1',
      '1.2',
    ]);
    expect(await store.images.referencesOf(NAME, 1)).toEqual([IMAGE]);
    const found = async (query: string, limit = 10) =>
      (await store.images.uses(query, limit)).map(use => [
        use.version,
        use.pinned,
        use.from,
      ]);
    expect(await found('acme/app')).toEqual([
      ['1.2.0', false, 'rendered'],
      ['1.2.0', true, 'rendered'],
      ['1.1.0', false, 'rendered'],
    ]);
    expect(await found('acme/app', 1)).toHaveLength(1);
    expect(await found(IMAGE)).toEqual([['1.2.0', true, 'rendered']]);
    // What LIKE would take for any text.
    expect(await found('acme_app')).toEqual([]);
    expect(await found('%%%')).toEqual([]);
  });

  it('writes over what a version named before, and goes with the version', async () => {
    const { store, knex } = await filled(id);
    await write(store, [recorded('1.2.0', ['1', null], ['2', null])]);
    await write(store, [
      recorded('1.2.0', ['2', null]),
      recorded('nowhere', ['3', null]),
    ]);
    expect(await store.images.referencesOf(NAME, 10)).toEqual(['2']);
    await knex('versions').where('digest', digestOf('1.2.0')).delete();
    expect(await store.images.uses('acme/app', 10)).toEqual([]);
  });

  it('writes nothing under a lost lease', async () => {
    const { store } = await filled(id);
    const lease = await leaseRow(store, imagesKey(chartId));
    const lost = { ...lease, token: 'another' };
    const image = recorded('1.2.0', ['1', null]);
    await expect(
      store.images.recordImages(chartId, [image], [], lost, later),
    ).rejects.toMatchObject({ code: 'lease-lost' });
    expect(await store.images.names()).toEqual([]);
    await store.images.retire(lost);
    expect(await store.queue.renew(lease)).toBe(true);
    await store.images.retire(lease);
    expect(await store.queue.renew(lease)).toBe(false);
  });

  it('keeps looks while a chart names what was looked at', async () => {
    const { store } = await filled(id);
    await write(store, [recorded('1.2.0', ['1', null], ['1', IMAGE])]);
    const key = imageLooksKey(NAME);
    const looks = [lookAt('1'), lookAt(IMAGE), lookAt('gone')];
    const lease = await leaseRow(store, key);
    await store.images.recordLooks(NAME, looks, lease, later);
    const references = async (of?: string[]) =>
      (await store.images.looks(NAME, of)).map(({ reference }) => reference);
    expect((await references()).sort()).toEqual(['1', IMAGE]);
    expect(await references(['1', 'gone'])).toEqual(['1']);
    expect(await store.images.looks(NAME, [IMAGE])).toEqual([lookAt(IMAGE)]);
    await write(store, [recorded('1.2.0', ['1', null])]);
    await store.images.makeDue('looks');
    const again = await leaseRow(store, key);
    await store.images.recordLooks(NAME, [], again, later);
    expect(await references()).toEqual(['1']);
    await store.images.makeDue('looks');
    await store.images.retire(await leaseRow(store, key));
    expect(await store.images.repositoryOfKey(key)).toBeUndefined();
  });

  it('makes due what is asked for, and remembers how archives were read', async () => {
    const { store } = await filled(id);
    await write(store, [recorded('1.2.0', ['1', null])]);
    const looksLease = await leaseRow(store, imageLooksKey(NAME));
    await store.images.recordLooks(NAME, [], looksLease, later);
    const due = async () =>
      (
        await store.queue.lease({
          ...{ limit: 9, kinds: ['images'], capacity: () => 9 },
        })
      ).map(({ key }) => key);
    await store.images.makeDue('looks');
    expect(await due()).toEqual([imageLooksKey(NAME)]);
    await store.images.makeDue('all');
    expect(await due()).toEqual([imagesKey(chartId)]);
    expect(await store.images.rememberSettings('a')).toBe(true);
    expect(await store.images.rememberSettings('a')).toBe(false);
    expect(await store.images.rememberSettings('b')).toBe(true);
  });

  it('goes down with its work and up again', async () => {
    const { store, knex, clock } = await filled(id);
    await write(store, [recorded('1.2.0', ['1', null])]);
    const directory = resolvePackagePath(
      'backstage-plugin-chart-provenance-backend',
      'migrations',
    );
    const tables = [
      'chart_images',
      'image_uses',
      'image_repositories',
      'image_verdicts',
    ];
    await knex.migrate.down({ directory, name: MIGRATION });
    for (const table of tables) {
      expect(await knex.schema.hasTable(table)).toBe(false);
    }
    expect(await knex('work_queue').where('kind', 'images')).toEqual([]);
    const again = await openStore(knex, clock);
    await again.images.ensure({ charts: [{ chartId, registry }] });
    await write(again, [recorded('1.2.0', ['1', null])]);
    expect(await again.images.names()).toEqual([NAME]);
  });
});
